"""What sellers are written about shipments that are in trouble, to every owner in the owner's language."""

from __future__ import annotations

from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.shipments.alerts.alert import ShipmentAlert
from logistics.shipments.alerts.words import MEANINGS, WORDS
from logistics.shipments.carrier_words import carrier_words
from logistics.shipments.events import ShipmentAlertRaised, ShipmentBookingRefused
from logistics.shipments.shipment import Shipment
from marketplace.accounts.mail.write import LetterText, write_to
from marketplace.sellers.membership import owners_of

TROUBLE = LetterText(
    kind="SHIPMENT_TROUBLE",
    subject=_("Shipment %(number)s: %(what)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "about the shipment for order %(number)s with %(carrier)s: %(what)s.\n\n"
        "%(meaning)s\n\n"
        "Please look into it and tell the buyer what you know. You find the shipment at your desk, under Shipments."
    ),
)
REFUSED = LetterText(
    kind="SHIPMENT_NOT_BOOKED",
    subject=_("The carrier did not take the shipment for order %(number)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "%(carrier)s did not accept the shipment for order %(number)s. What it said:\n\n"
        "%(reason)s\n\n"
        "At your desk, under Shipments, you can choose another carrier or book again."
    ),
)


def mail_trouble(event: ShipmentAlertRaised) -> None:
    """Reaction: nothing if the trouble is over by now."""
    rows = ShipmentAlert.objects.select_related("shipment")
    alert = rows.filter(pk=event.alert_id, ended_at__isnull=True).first()
    if alert is None:
        return
    shipment = alert.shipment
    for owner in owners_of([shipment.seller_id]):
        write_to(
            owner,
            TROUBLE,
            number=shipment.reference,
            carrier=carrier_words(shipment, owner.language),
            what=gettext(owner.language, WORDS[alert.kind]),
            meaning=gettext(owner.language, MEANINGS[alert.kind]),
        )


def mail_refused_booking(event: ShipmentBookingRefused) -> None:
    """Reaction: nothing if it has been booked otherwise by now."""
    shipment = Shipment.objects.filter(pk=event.shipment_id).exclude(booking_refusal="").first()
    if shipment is None:
        return
    for owner in owners_of([shipment.seller_id]):
        write_to(
            owner,
            REFUSED,
            number=shipment.reference,
            carrier=carrier_words(shipment, owner.language),
            reason=shipment.booking_refusal,
        )
