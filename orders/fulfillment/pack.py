"""A seller begins to pack: from here on nothing can be called off any more."""

from uuid import UUID

from django.db import transaction

from orders.lifecycle.by import By
from orders.lifecycle.move import move, update_order_status
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.locks import lock_order


def lock_seller_order(seller_order_id: UUID) -> SellerOrder:
    """The part as it is now, under its order's lock."""
    order = lock_order(SellerOrder.objects.values_list("order_id", flat=True).get(pk=seller_order_id))
    seller_order = SellerOrder.objects.select_related("seller__address").get(pk=seller_order_id)
    seller_order.order = order
    return seller_order


def pack_seller_order(*, seller_order_id: UUID, by: By) -> SellerOrder:
    """CONFIRMED becomes PACKING; raises ``IllegalMove``."""
    with transaction.atomic():
        seller_order = lock_seller_order(seller_order_id)
        move(seller_order, SellerOrderStatus.PACKING, by=by)
        update_order_status(seller_order.order)
    return seller_order
