"""Whoever has the goods may say what they are like."""

from uuid import UUID

from catalog.reviews.invite import invite_review
from orders.events import SellerOrderDelivered
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine


def invite_reviews(event: SellerOrderDelivered) -> None:
    """Reaction: the buyer may review each product of the part that arrived. Hearing it again changes nothing."""
    lines = OrderLine.objects.filter(seller_order=UUID(event.seller_order_id), variant__isnull=False)
    for line in lines.select_related(
        "variant__product", "seller_order__order__user", "seller_order__order__channel"
    ).order_by("pk"):
        order = line.seller_order.order
        if order.erased_at is None and line.variant is not None:
            invite_review(
                product=line.variant.product,
                line=line_reference(line.pk),
                purchase=purchase_reference(order),
                user=order.user,
                channel=order.channel,
                variant_name=line.variant_name,
                first_name=_first_name(order),
                country=order.shipping_address.get("country", ""),
            )


def line_reference(line_id: int) -> str:
    """What the catalogue knows a bought line by."""
    return f"orders.OrderLine:{line_id}"


def purchase_reference(order: Order) -> str:
    return f"orders.Order:{order.pk}"


def _first_name(order: Order) -> str:
    """Of the account, or of whom it was sent to; a review shows nothing else of a name."""
    own: str = order.user.first_name if order.user is not None else ""
    return own or order.shipping_address.get("first_name", "")
