"""Orders: the operator is told of the whole, each seller of its own part."""

from uuid import UUID

from django.utils import timezone

from marketplace.graphql import to_global_id
from marketplace.webhook_events.snapshots import order_facts, seller_order_facts
from marketplace.webhooks.event_type import WebhookEventType
from marketplace.webhooks.queue import Happening, listeners, queue_webhooks
from orders.events import (
    OrderCanceled,
    OrderPaid,
    OrderPlaced,
    SellerOrderCanceled,
    SellerOrderDelivered,
    SellerOrderShipped,
)
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder


def tell_order_placed(event: OrderPlaced) -> None:
    _tell_order(WebhookEventType.ORDER_PLACED, event.order_id)


def tell_order_paid(event: OrderPaid) -> None:
    _tell_order(WebhookEventType.ORDER_PAID, event.order_id)


def tell_order_canceled(event: OrderCanceled) -> None:
    _tell_order(WebhookEventType.ORDER_CANCELED, event.order_id)


def tell_shipped(event: SellerOrderShipped) -> None:
    _tell_part(WebhookEventType.SELLER_ORDER_SHIPPED, event.seller_order_id)


def tell_delivered(event: SellerOrderDelivered) -> None:
    _tell_part(WebhookEventType.SELLER_ORDER_DELIVERED, event.seller_order_id)


def tell_part_canceled(event: SellerOrderCanceled) -> None:
    _tell_part(WebhookEventType.SELLER_ORDER_CANCELED, event.seller_order_id)


def _tell_order(event_type: WebhookEventType, order_id: str) -> None:
    wanted = listeners(event_type)
    order = Order.objects.filter(pk=UUID(order_id)).first() if wanted else None
    if order is None:
        return
    parts = SellerOrder.objects.filter(order=order).prefetch_related("lines").order_by("position")
    told = [_of_part(event_type, part, part.seller_id) for part in parts if part.seller_id in wanted]
    whole = {"order": to_global_id("Order", order.pk)}
    queue_webhooks([Happening(event_type, None, whole, order_facts(order)), *told], now=timezone.now())


def _tell_part(event_type: WebhookEventType, seller_order_id: str) -> None:
    wanted = listeners(event_type)
    rows = SellerOrder.objects.prefetch_related("lines")
    part = rows.filter(pk=UUID(seller_order_id)).first() if wanted else None
    if part is not None:
        told = [_of_part(event_type, part, listener) for listener in (None, part.seller_id)]
        queue_webhooks(told, now=timezone.now())


def _of_part(event_type: WebhookEventType, part: SellerOrder, listener: int | None) -> Happening:
    ids = {"sellerOrder": to_global_id("SellerOrder", part.pk), "seller": to_global_id("Seller", part.seller_id)}
    return Happening(event_type, listener, ids, seller_order_facts(part))
