"""The letters that go out when goods have left, and when they have arrived."""

from i18n.messages import gettext
from logistics.shipments.shipment import Shipment
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Rows
from orders.events import SellerOrderDelivered, SellerOrderShipped
from orders.fulfillment.fulfillment import Fulfillment
from orders.letters.once import send_once
from orders.letters.order_link import order_link
from orders.lifecycle.seller_order import SellerOrder


def announce_shipment(event: SellerOrderShipped) -> None:
    """Reaction: tell the buyer what left, with whom and under which tracking number."""
    fulfillment = Fulfillment.objects.select_related(
        "shipment", "seller_order__seller", "seller_order__order__channel"
    ).get(pk=event.fulfillment_id)
    part = fulfillment.seller_order
    lines = fulfillment.lines.select_related("order_line").order_by("pk")
    goods = [(line.order_line.product_name, f"{line.quantity} ×") for line in lines]
    letter = announcement_of(part, goods, fulfillment.shipment)
    send_once(letter, order=part.order, kind="SHIPPED", about=fulfillment.pk)


def announcement_of(part: SellerOrder, goods: Rows, shipment: Shipment | None) -> Letter:
    order = part.order
    language = order.language
    return Letter(
        subject=gettext(language, "Goods of your order %(number)s are on their way", number=order.number),
        language=language,
        body=[
            gettext(language, "%(seller)s has handed these goods to the carrier:", seller=part.seller.name),
            goods,
            *([_way(shipment, language)] if shipment else []),
        ],
        link=order_link(order),
        link_text=gettext(language, "Follow your order"),
    )


def _way(shipment: Shipment, language: str) -> Rows:
    rows = [(gettext(language, "Carrier"), shipment.carrier_name or shipment.carrier)]
    if shipment.tracking_number:
        rows.append((gettext(language, "Tracking number"), shipment.tracking_number))
    return rows


def announce_delivery(event: SellerOrderDelivered) -> None:
    """Reaction: tell the buyer that a part has arrived, and where to say so if it has not."""
    part = SellerOrder.objects.select_related("order__channel", "seller").get(pk=event.seller_order_id)
    send_once(delivery_of(part), order=part.order, kind="DELIVERED", about=part.pk)


def delivery_of(part: SellerOrder) -> Letter:
    order = part.order
    language = order.language
    told = gettext(language, "%(number)s of %(seller)s was delivered.", number=part.number, seller=part.seller.name)
    return Letter(
        subject=gettext(language, "Your order %(number)s has arrived", number=order.number),
        language=language,
        body=[
            told,
            gettext(
                language,
                "If something is missing, damaged or not as agreed, tell the seller on the page of your order.",
            ),
        ],
        link=order_link(order),
        link_text=gettext(language, "See your order"),
    )
