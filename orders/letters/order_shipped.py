"""The letter that goes out when goods have left."""

from i18n.messages import gettext
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Rows
from orders.events import SellerOrderShipped
from orders.fulfillment.fulfillment import Fulfillment
from orders.letters.once import send_once
from orders.letters.order_link import order_link


def announce_shipment(event: SellerOrderShipped) -> None:
    """Reaction: tell the buyer what left, with whom and under which tracking number."""
    fulfillment = Fulfillment.objects.select_related(
        "shipment", "seller_order__seller", "seller_order__order__channel"
    ).get(pk=event.fulfillment_id)
    order = fulfillment.seller_order.order
    send_once(announcement_of(fulfillment), order=order, kind="SHIPPED", about=fulfillment.pk)


def announcement_of(fulfillment: Fulfillment) -> Letter:
    order = fulfillment.seller_order.order
    language = order.language
    seller = fulfillment.seller_order.seller.name
    return Letter(
        subject=gettext(language, "Goods of your order %(number)s are on their way", number=order.number),
        language=language,
        body=[
            gettext(language, "%(seller)s has handed these goods to the carrier:", seller=seller),
            _lines(fulfillment),
            _way(fulfillment, language),
        ],
        link=order_link(order),
        link_text=gettext(language, "Follow your order"),
    )


def _lines(fulfillment: Fulfillment) -> Rows:
    lines = fulfillment.lines.select_related("order_line")
    return [(line.order_line.product_name, f"{line.quantity} ×") for line in lines]


def _way(fulfillment: Fulfillment, language: str) -> Rows:
    shipment = fulfillment.shipment
    rows = [(gettext(language, "Carrier"), shipment.carrier_name or shipment.carrier)]
    if shipment.tracking_number:
        rows.append((gettext(language, "Tracking number"), shipment.tracking_number))
    return rows
