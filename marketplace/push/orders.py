"""Reactions to what happens to orders: who packs hears of new ones, the buyer hears what has left."""

from functools import partial

from i18n.messages import gettext, ngettext
from marketplace.accounts.models import User
from marketplace.push.kinds import PushKind
from marketplace.push.notice import Notice, Words
from marketplace.push.queue import queue_push
from marketplace.sellers.member import SellerMember
from orders.events import OrderPaid, SellerOrderShipped
from orders.fulfillment.fulfillment import Fulfillment
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus


def push_new_order(event: OrderPaid) -> None:
    """Everybody who works for a seller of the order, once it may be packed."""
    parts = SellerOrder.objects.filter(order_id=event.order_id, status=SellerOrderStatus.CONFIRMED)
    for part in parts.select_related("seller").prefetch_related("lines").order_by("position"):
        members = SellerMember.objects.filter(seller=part.seller_id).values_list("user_id", flat=True)
        queue_push(Notice(PushKind.ORDER_RECEIVED, part.pk.hex, partial(to_pack, part)), members)


def to_pack(part: SellerOrder, reader: User) -> Words:
    pieces = sum(line.quantity for line in part.lines.all())
    return Words(
        title=gettext(reader.language, "New order %(number)s to pack", number=part.number),
        body=ngettext(reader.language, "%(num)s piece", "%(num)s pieces", pieces, num=pieces),
        path=f"/{reader.language}/seller/{part.seller.slug}/orders",
    )


def push_shipped(event: SellerOrderShipped) -> None:
    """The buyer, if the order is an account's."""
    rows = Fulfillment.objects.select_related("shipment", "seller_order__seller", "seller_order__order__channel")
    fulfillment = rows.get(pk=event.fulfillment_id)
    buyer_id = fulfillment.seller_order.order.user_id
    if buyer_id is not None:
        notice = Notice(PushKind.ORDER_SHIPPED, str(fulfillment.pk), partial(on_its_way, fulfillment))
        queue_push(notice, [buyer_id])


def on_its_way(fulfillment: Fulfillment, reader: User) -> Words:
    part, shipment = fulfillment.seller_order, fulfillment.shipment
    order = part.order
    carrier = (shipment.carrier_name or shipment.carrier) if shipment else ""
    return Words(
        title=gettext(reader.language, "Goods of your order %(number)s are on their way", number=order.number),
        body=" · ".join(name for name in (part.seller.name, carrier) if name),
        path=f"/{reader.language}/{order.channel.slug}/orders/{order.pk}",
    )
