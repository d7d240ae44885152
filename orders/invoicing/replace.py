"""Say everything anew where an issued invoice is wrong."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from i18n.today import day_here
from orders.invoicing.due import Supply, due_after
from orders.invoicing.move import lock_invoice, note_invoice
from orders.invoicing.states import IllegalInvoiceMove, InvoiceStatus, require_invoice_move
from orders.invoicing.tax_invoice import InvoiceKind, TaxInvoice
from orders.invoicing.write import write_draft
from orders.lifecycle.by import By


def replace_tax_invoice(*, invoice_id: UUID, reason: str, by: By, now: datetime) -> TaxInvoice:
    """The draft that will stand in its place; the old one stands until that is issued.

    Parties and tax numbers are taken from the order and the seller as they are now. Asking again gives the same draft.
    Raises ``IllegalInvoiceMove``, ``AddressErased``.
    """
    with transaction.atomic():
        wrong = lock_invoice(invoice_id)
        require_invoice_move(wrong.number, wrong.status, InvoiceStatus.REPLACED)
        if wrong.kind == InvoiceKind.ADJUSTMENT:
            raise IllegalInvoiceMove(wrong.number, wrong.status, InvoiceStatus.REPLACED)
        known = wrong.corrections.filter(kind=InvoiceKind.REPLACEMENT).first()
        return known or _begin(wrong, reason, by, now)


def _begin(wrong: TaxInvoice, reason: str, by: By, now: datetime) -> TaxInvoice:
    due = due_after(Supply.ADJUSTMENT, day_here(now))
    draft = TaxInvoice.objects.create(
        seller_order=wrong.seller_order,
        seller_id=wrong.seller_id,
        kind=InvoiceKind.REPLACEMENT,
        form=wrong.form,
        is_export=wrong.is_export,
        about=wrong,
        reason=reason[:500],
        currency=wrong.currency,
        cleared_on=wrong.cleared_on,
        due_on=due.on if due else None,
        due_basis=due.legal_basis if due else "",
        due_checked=due.checked if due else False,
        created_at=now,
    )
    write_draft(draft)
    note_invoice(draft, before="", by=by, now=now, reason=reason)
    return draft
