"""Correct the amounts of an issued invoice when money went back: another invoice says the difference."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from i18n.messages import gettext_noop as _
from i18n.today import day_here
from orders.invoicing.due import Supply, due_after
from orders.invoicing.move import lock_invoice, note_invoice
from orders.invoicing.states import IllegalInvoiceMove, InvoiceStatus
from orders.invoicing.tax_invoice import InvoiceKind, TaxInvoice
from orders.invoicing.write import refunds_of, write_draft
from orders.lifecycle.by import By
from orders.lifecycle.seller_order import SellerOrder

REFUNDED = _("Money went back to the buyer.")
_OUT = frozenset(
    {
        InvoiceStatus.ISSUED,
        InvoiceStatus.SENT,
        InvoiceStatus.ACCEPTED,
        InvoiceStatus.REJECTED,
        InvoiceStatus.ADJUSTED,
    }
)
"""What stands, of which a draft says what changed. It is issued once the tax authority has taken what it adjusts."""


class NothingToAdjust(Exception):
    """Everything that went back stands in an invoice already."""

    def __init__(self, number: str) -> None:
        super().__init__(f"nothing has to be adjusted of {number}")
        self.number = number


def adjust_tax_invoice(*, invoice_id: UUID, by: By, now: datetime) -> TaxInvoice:
    """The draft that adjusts an issued invoice. Raises ``NothingToAdjust``, ``IllegalInvoiceMove``."""
    with transaction.atomic():
        invoice = lock_invoice(invoice_id)
        if invoice.status not in _OUT or invoice.kind == InvoiceKind.ADJUSTMENT:
            raise IllegalInvoiceMove(invoice.number, invoice.status, InvoiceStatus.ADJUSTED)
        draft = draft_adjustment(invoice.seller_order, by=by, now=now)
        if draft is None:
            raise NothingToAdjust(invoice.number)
    return draft


def draft_adjustment(part: SellerOrder, *, by: By, now: datetime) -> TaxInvoice | None:
    """The one draft for all that went back since; nothing where nothing did or nothing was issued yet. Under the
    order's lock."""
    standing = standing_invoice(part)
    if standing is None:
        return None
    known = standing.corrections.filter(kind=InvoiceKind.ADJUSTMENT, status=InvoiceStatus.DRAFT).first()
    return known or _begin(standing, by, now)


def standing_invoice(part: SellerOrder) -> TaxInvoice | None:
    """What was issued for a part and not replaced."""
    rows = TaxInvoice.objects.filter(seller_order=part, status__in=_OUT).exclude(kind=InvoiceKind.ADJUSTMENT)
    return rows.select_related("seller_order__order").first()


def _begin(standing: TaxInvoice, by: By, now: datetime) -> TaxInvoice | None:
    draft = TaxInvoice(
        seller_order=standing.seller_order,
        seller_id=standing.seller_id,
        kind=InvoiceKind.ADJUSTMENT,
        form=standing.form,
        is_export=standing.is_export,
        about=standing,
        reason=REFUNDED,
        currency=standing.currency,
        created_at=now,
    )
    if not refunds_of(draft).exists():
        return None
    due = due_after(Supply.ADJUSTMENT, day_here(now))
    if due is not None:
        draft.due_on, draft.due_basis, draft.due_checked = due.on, due.legal_basis, due.checked
    draft.save()
    write_draft(draft)
    if not draft.total_amount:
        draft.delete()  # only a chargeback, or what was called off before it left: the sale is what it was
        return None
    note_invoice(draft, before="", by=by, now=now, reason=REFUNDED)
    return draft
