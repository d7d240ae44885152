"""Issue a draft: it gets the next number of its series and never changes again.

1. The draft is written once more, from the order as it is at this moment.
2. Number, day and the day's rate to VND are set; number and invoice come in one transaction, so no number is lost.
3. The refunds it takes into account are its own: no other invoice takes them off again.
4. What it replaces is REPLACED, what it adjusts ADJUSTED, in the same transaction.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from i18n.convert import NoRate, rate
from i18n.today import day_here
from orders.invoicing.account import provider_code
from orders.invoicing.move import lock_invoice, move_invoice
from orders.invoicing.series import next_number
from orders.invoicing.states import IllegalInvoiceMove, InvoiceStatus, require_invoice_move
from orders.invoicing.tax_invoice import CoveredRefund, InvoiceForm, InvoiceKind, TaxInvoice
from orders.invoicing.write import write_draft
from orders.lifecycle.by import By
from orders.payments.refund import Refund

_CORRECTED = {
    InvoiceKind.REPLACEMENT: InvoiceStatus.REPLACED,
    InvoiceKind.ADJUSTMENT: InvoiceStatus.ADJUSTED,
}


class NothingToInvoice(Exception):
    """Nothing is left of the sale, or nothing has to be adjusted any more."""

    def __init__(self, invoice_id: UUID) -> None:
        super().__init__(f"nothing is left to invoice by {invoice_id}")
        self.invoice_id = invoice_id


def issue_tax_invoice(*, invoice_id: UUID, by: By, now: datetime) -> TaxInvoice:
    """Issuing twice gives the same one. Raises ``NothingToInvoice``, ``IllegalInvoiceMove``, ``AddressErased``."""
    with transaction.atomic():
        invoice = lock_invoice(invoice_id)
        if invoice.status != InvoiceStatus.DRAFT:
            return invoice
        _require_answered(invoice)
        refunds = write_draft(invoice)
        if (invoice.total_amount >= 0) == (invoice.kind == InvoiceKind.ADJUSTMENT) or not invoice.total_amount:
            raise NothingToInvoice(invoice.pk)
        _number(invoice, now)
        move_invoice(invoice, InvoiceStatus.ISSUED, by=by, now=now)
        _cover(invoice, refunds)
        _mark_corrected(invoice, by, now)
    return invoice


def _require_answered(invoice: TaxInvoice) -> None:
    """What is on its way is corrected when its answer is there."""
    if invoice.about is None:
        return
    about, to = invoice.about, _CORRECTED[InvoiceKind(invoice.kind)]
    require_invoice_move(about.number, about.status, to)
    if about.next_try_at is not None:
        raise IllegalInvoiceMove(about.number, about.status, to)  # a provider may have it by now


def _number(invoice: TaxInvoice, now: datetime) -> None:
    day = day_here(now)
    invoice.series, invoice.position = next_number(
        seller_id=invoice.seller_id, form=InvoiceForm(invoice.form), year=day.year
    )
    invoice.issued_at = now
    invoice.provider = provider_code(invoice.seller_id)
    if invoice.currency == "VND":
        return
    try:
        used = rate(invoice.currency, "VND", day)
    except NoRate:
        return  # it is shown without one
    invoice.vnd_rate, invoice.vnd_rate_source = used.rate, f"{used.source} {used.on}"[:60]


def _cover(invoice: TaxInvoice, refunds: list[Refund]) -> None:
    """A replacement takes over what the replaced one covered."""
    for refund in refunds:
        CoveredRefund.objects.update_or_create(refund=refund, defaults={"invoice": invoice})


def _mark_corrected(invoice: TaxInvoice, by: By, now: datetime) -> None:
    if invoice.about is None:
        return
    about = invoice.about
    if invoice.kind == InvoiceKind.REPLACEMENT:
        about.corrections.filter(kind=InvoiceKind.ADJUSTMENT, status=InvoiceStatus.DRAFT).delete()
    move_invoice(about, _CORRECTED[InvoiceKind(invoice.kind)], by=by, now=now, reason=invoice.number)
