"""Call an order off, or one seller's part of it, before anything of it left."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from marketplace.events.publish import publish
from orders.allocation.give_back import give_back
from orders.events import OrderCanceled, SellerOrderCanceled
from orders.lifecycle.by import By, Role
from orders.lifecycle.move import move, update_order_status
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import BEFORE_PACKING, IllegalMove, OrderStatus, SellerOrderStatus
from orders.locks import lock_order
from orders.payments.take_off import void_part
from orders.vouchers.use import give_voucher_back


def cancel_order(*, order_id: UUID, by: By, reason: str) -> Order:
    """Cancel every part that is left, or none: raises ``IllegalMove`` as soon as one seller packs.

    Stock is given back once; what was paid becomes due to the buyer. Cancelling a cancelled order changes nothing.
    """
    with transaction.atomic():
        order = lock_order(order_id)
        cancel_parts(order, living_parts(order), by=by, reason=reason)
    return order


def cancel_seller_order(*, seller_order_id: UUID, by: By, reason: str) -> SellerOrder:
    """Cancel one seller's part; the others go on. Raises ``IllegalMove``; repeating it changes nothing."""
    with transaction.atomic():
        order = lock_order(SellerOrder.objects.values_list("order_id", flat=True).get(pk=seller_order_id))
        cancel_parts(order, [part for part in living_parts(order) if part.pk == seller_order_id], by=by, reason=reason)
    return SellerOrder.objects.select_related("order").get(pk=seller_order_id)


def living_parts(order: Order) -> list[SellerOrder]:
    parts = SellerOrder.objects.filter(order=order).exclude(status=SellerOrderStatus.CANCELED)
    return list(parts.select_related("order").order_by("position"))


def require_cancelable(part: SellerOrder, by: By) -> None:
    """A buyer calls off before packing begins; the seller also later, when goods turn out not to be fit to send."""
    if part.status == SellerOrderStatus.PACKING and by.role in (Role.SELLER, Role.STAFF):
        return
    if part.status not in BEFORE_PACKING:
        raise IllegalMove(part.number, part.status, SellerOrderStatus.CANCELED)


def cancel_parts(order: Order, parts: list[SellerOrder], *, by: By, reason: str) -> None:
    """The caller holds the order's lock: move → give stock back → settle the money → publish."""
    if not parts:
        return
    for part in parts:
        require_cancelable(part, by)
        if part.lines.filter(quantity_fulfilled__gt=0).exists():
            raise IllegalMove(part.number, part.status, SellerOrderStatus.CANCELED)
        move(part, SellerOrderStatus.CANCELED, by=by, reason=reason)
        give_back(part)
    for part in parts:
        void_part(part, by=by)
    update_order_status(order)
    if order.status in (OrderStatus.CANCELED, OrderStatus.EXPIRED):
        give_voucher_back(order, now=timezone.now())
    for part in parts:
        publish(SellerOrderCanceled(seller_order_id=str(part.pk)))
    if order.status in (OrderStatus.CANCELED, OrderStatus.EXPIRED):
        publish(OrderCanceled(order_id=str(order.pk)))
