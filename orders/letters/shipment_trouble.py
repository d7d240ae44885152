"""The letter to a buyer about goods that are late, held, lost from sight or could not be delivered."""

from uuid import UUID

from i18n.formatting import format_date
from i18n.messages import gettext
from logistics.shipments.alerts.alert import ShipmentAlert
from logistics.shipments.alerts.words import MEANINGS, WORDS
from logistics.shipments.carrier_words import carrier_words
from logistics.shipments.events import ShipmentAlertRaised
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Part
from orders.fulfillment.fulfillment import Fulfillment
from orders.letters.once import send_once
from orders.letters.order_link import order_link
from orders.lifecycle.seller_order import SellerOrder

OWN_AFFAIR = frozenset({"PICKUP_FAILED"})
"""Of the seller and the carrier: the buyer can do nothing about it, and often it is done the next day."""


def announce_trouble(event: ShipmentAlertRaised) -> None:
    """Reaction: once for each alert; nothing if the trouble is over by now, or the shipment is no order's."""
    alert = ShipmentAlert.objects.select_related("shipment").filter(pk=event.alert_id, ended_at__isnull=True).first()
    if alert is None or alert.kind in OWN_AFFAIR:
        return
    rows = Fulfillment.objects.select_related("seller_order__seller", "seller_order__order__channel")
    fulfillment = rows.filter(shipment_id=UUID(event.shipment_id)).first()
    if fulfillment is not None:
        part = fulfillment.seller_order
        send_once(trouble_of(part, alert), order=part.order, kind="SHIPMENT_TROUBLE", about=alert.pk)


def trouble_of(part: SellerOrder, alert: ShipmentAlert) -> Letter:
    order, shipment = part.order, alert.shipment
    language = order.language
    rows = [(gettext(language, "Carrier"), carrier_words(shipment, language))]
    if shipment.tracking_number:
        rows.append((gettext(language, "Tracking number"), shipment.tracking_number))
    if shipment.estimated_delivery:
        rows.append((gettext(language, "Expected on"), format_date(shipment.estimated_delivery, language)))
    body: list[Part] = [
        gettext(language, "Goods of %(seller)s for your order: %(what)s.", seller=part.seller.name,
                what=gettext(language, WORDS[alert.kind])),
        gettext(language, MEANINGS[alert.kind]),
        rows,
        gettext(language, "The seller has been told too. On the page of your order you see every step of the way."),
    ]  # fmt: skip
    return Letter(
        subject=gettext(language, "About the delivery of your order %(number)s", number=order.number),
        language=language,
        body=body,
        link=order_link(order),
        link_text=gettext(language, "Follow your order"),
    )
