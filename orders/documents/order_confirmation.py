"""The confirmation of an order as a paper: what was ordered, from whom, at which price."""

from uuid import UUID

from i18n.today import day_here
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.document import Document, DocumentKind
from logistics.customs.documents.issue import issue_document
from orders.documents.papers import ORDER
from orders.events import OrderPlaced
from orders.lifecycle.consignment import order_consignment
from orders.lifecycle.order import Order
from orders.lifecycle.proforma import discount_of, shares_of
from orders.lifecycle.seller_order import SellerOrder


def confirm_on_paper(event: OrderPlaced) -> None:
    """Reaction: issue it once. Nothing for a buyer whose data were erased meanwhile."""
    order = Order.objects.select_related("channel").get(pk=UUID(event.order_id))
    if order.shipping_address:
        issue_order_confirmation(order)


def issue_order_confirmation(order: Order) -> Document:
    """As it was placed; issuing twice gives the first one."""
    parts = SellerOrder.objects.filter(order=order).select_related("order", "seller__address").order_by("position")
    content = DocumentContent(
        kind=DocumentKind.ORDER_CONFIRMATION,
        number=f"OC-{order.number}",
        issued_on=day_here(order.created_at),
        language=order.language,
        consignments=tuple(order_consignment(part, list(part.lines.all())) for part in parts.prefetch_related("lines")),
        order_reference=order.number,
        buyer_reference=order.purchase_order_number,
        tax_included=order.total.tax if order.tax_amount else None,
        discount=discount_of(order),
        shares=shares_of(order),
    )
    return issue_document(content=content, owner_kind=ORDER, owner_reference=str(order.pk))
