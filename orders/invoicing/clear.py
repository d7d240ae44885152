"""The day that customs released exported goods: what the day of their invoice depends on."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from i18n.today import day_here
from orders.invoicing.draft import set_due
from orders.invoicing.move import lock_invoice, note_invoice
from orders.invoicing.states import IllegalInvoiceMove, InvoiceStatus
from orders.invoicing.tax_invoice import InvoiceKind, TaxInvoice
from orders.lifecycle.by import By


class ImpossibleClearance(ValueError):
    """A day before the order or after today, or goods that leave no country."""

    def __init__(self, day: date) -> None:
        super().__init__(f"goods cannot have been released on {day}")
        self.day = day


def note_clearance(*, invoice_id: UUID, day: date, by: By, now: datetime) -> TaxInvoice:
    """The seller says when customs released the goods. Saying it again changes nothing; another day counts instead
    while the invoice is a draft. Raises ``ImpossibleClearance``, ``IllegalInvoiceMove``."""
    with transaction.atomic():
        invoice = lock_invoice(invoice_id)
        first = day_here(invoice.seller_order.order.created_at)
        if not invoice.is_export or invoice.kind == InvoiceKind.ADJUSTMENT or not first <= day <= day_here(now):
            raise ImpossibleClearance(day)
        if invoice.cleared_on == day:
            return invoice
        if invoice.status != InvoiceStatus.DRAFT:
            raise IllegalInvoiceMove(invoice.number, invoice.status, InvoiceStatus.DRAFT)
        invoice.cleared_on = day
        set_due(invoice, day)
        invoice.save(update_fields=["cleared_on", "due_on", "due_basis", "due_checked"])
        note_invoice(invoice, before=invoice.status, by=by, now=now, reason=f"customs {day.isoformat()}")
    return invoice
