"""Draft the tax invoice of a seller's part once all of it has left, and keep the draft in step with the order."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from i18n.today import day_here
from marketplace.sellers.seller import EntityType
from orders.events import RefundOwed, SellerOrderDelivered, SellerOrderShipped
from orders.invoicing.adjust import draft_adjustment
from orders.invoicing.due import Supply, due_after
from orders.invoicing.move import note_invoice
from orders.invoicing.states import InvoiceStatus
from orders.invoicing.tax_invoice import InvoiceForm, InvoiceKind, TaxInvoice
from orders.invoicing.write import write_draft
from orders.lifecycle.by import SYSTEM, By
from orders.lifecycle.order_event import OrderEvent, OrderEventType
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.locks import lock_order
from orders.payments.refund import Refund

COMPLETE = frozenset({SellerOrderStatus.SHIPPED, SellerOrderStatus.DELIVERED})


class NotShippedYet(Exception):
    """Something of the part is still to be sent: an invoice is written for all of it."""

    def __init__(self, number: str) -> None:
        super().__init__(f"{number} has not left completely")
        self.number = number


def draft_shipped(event: SellerOrderShipped) -> None:
    """Reaction: a draft once the whole part has left. Nothing for a buyer whose data were erased meanwhile."""
    part = SellerOrder.objects.select_related("order").get(pk=UUID(event.seller_order_id))
    if part.status in COMPLETE and part.order.shipping_address:
        draft_tax_invoice(seller_order_id=part.pk, by=SYSTEM, now=timezone.now())


def set_due_on_arrival(event: SellerOrderDelivered) -> None:
    """Reaction: goods that were handed over set the day. Hearing it twice changes nothing."""
    now = timezone.now()
    with transaction.atomic():
        part = SellerOrder.objects.get(pk=UUID(event.seller_order_id))
        lock_order(part.order_id)
        drafts = TaxInvoice.objects.filter(seller_order=part, status=InvoiceStatus.DRAFT, due_on=None)
        for invoice in drafts.filter(kind=InvoiceKind.ORIGINAL):
            set_due(invoice, day_here(now))
            invoice.save(update_fields=["due_on", "due_basis", "due_checked"])


def follow_refund(event: RefundOwed) -> None:
    """Reaction: a draft says what is left; of what was issued a draft adjusts it."""
    refund = Refund.objects.select_related("seller_order__order").get(pk=UUID(event.refund_id))
    part = refund.seller_order
    if part is None or not part.order.shipping_address:
        return
    with transaction.atomic():
        lock_order(part.order_id)
        for draft in TaxInvoice.objects.filter(seller_order=part, status=InvoiceStatus.DRAFT).select_related("about"):
            write_draft(draft)
        draft_adjustment(part, by=SYSTEM, now=timezone.now())


def draft_tax_invoice(*, seller_order_id: UUID, by: By, now: datetime) -> TaxInvoice:
    """The original invoice of a part, one however often it is asked for.

    Raises ``NotShippedYet``, ``AddressErased``.
    """
    with transaction.atomic():
        lock_order(SellerOrder.objects.values_list("order_id", flat=True).get(pk=seller_order_id))
        part = SellerOrder.objects.select_related("order", "seller").get(pk=seller_order_id)
        known = TaxInvoice.objects.filter(seller_order=part, kind=InvoiceKind.ORIGINAL).first()
        if known is not None:
            return known
        if part.status not in COMPLETE:
            raise NotShippedYet(part.number)
        invoice = _begin(part, now)
        write_draft(invoice)
        note_invoice(invoice, before="", by=by, now=now)
    return invoice


def _begin(part: SellerOrder, now: datetime) -> TaxInvoice:
    enterprise = part.seller.entity_type == EntityType.ENTERPRISE
    invoice = TaxInvoice(
        seller_order=part,
        seller=part.seller,
        form=InvoiceForm.VAT if enterprise else InvoiceForm.SALES,
        is_export=part.order.shipping_address.get("country") != "VN",
        currency=part.currency,
        created_at=now,
    )
    if part.status == SellerOrderStatus.DELIVERED:
        set_due(invoice, _arrived_on(part, now))
    invoice.save()
    return invoice


def _arrived_on(part: SellerOrder, now: datetime) -> date:
    """As the history of the order has it."""
    events = OrderEvent.objects.filter(seller_order=part, type=OrderEventType.DELIVERED)
    return day_here(events.order_by("at").values_list("at", flat=True).first() or now)


def set_due(invoice: TaxInvoice, happened: date) -> None:
    """By the rule in force on the day it depends on."""
    supply = Supply.EXPORT if invoice.is_export else Supply.DOMESTIC
    due = due_after(Supply.ADJUSTMENT if invoice.kind == InvoiceKind.ADJUSTMENT else supply, happened)
    if due is not None:
        invoice.due_on, invoice.due_basis, invoice.due_checked = due.on, due.legal_basis, due.checked
