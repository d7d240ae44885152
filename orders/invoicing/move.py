"""Move a tax invoice along the table of states, with the row that says who, when and why."""

from datetime import datetime
from uuid import UUID

from marketplace.events.publish import publish
from orders.events import TaxInvoiceMoved
from orders.invoicing.states import InvoiceStatus, require_invoice_move
from orders.invoicing.tax_invoice import TaxInvoice, TaxInvoiceEvent
from orders.lifecycle.by import By
from orders.locks import lock_order


def lock_invoice(invoice_id: UUID) -> TaxInvoice:
    """The invoice as it is now. It is under its order's lock, as everything below an order."""
    lock_order(TaxInvoice.objects.values_list("seller_order__order_id", flat=True).get(pk=invoice_id))
    rows = TaxInvoice.objects.select_related("seller_order__order", "seller__address", "about")
    return rows.get(pk=invoice_id)


def move_invoice(invoice: TaxInvoice, to: InvoiceStatus, *, by: By, now: datetime, reason: str = "") -> None:
    """The caller holds the order's lock. Raises ``IllegalInvoiceMove`` and changes nothing."""
    require_invoice_move(invoice.number or str(invoice.pk), invoice.status, to)
    before, invoice.status = invoice.status, to
    invoice.save()
    note_invoice(invoice, before=before, by=by, now=now, reason=reason)
    publish(TaxInvoiceMoved(invoice_id=str(invoice.pk), status=to.value))


def note_invoice(invoice: TaxInvoice, *, before: str, by: By, now: datetime, reason: str = "") -> None:
    """What became of it, or what was heard of it while it stays as it is."""
    TaxInvoiceEvent.objects.create(
        invoice=invoice, before=before, status=invoice.status, at=now, role=by.role, user=by.user, reason=reason[:500]
    )
