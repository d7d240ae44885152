"""What an alert is called, and what it means for whoever waits."""

from collections.abc import Mapping

from i18n.messages import gettext_noop as _
from logistics.shipments.alerts.alert import AlertKind

WORDS: Mapping[str, str] = {
    AlertKind.DELAYED: _("Later than expected"),
    AlertKind.NO_NEWS: _("No news for some days"),
    AlertKind.CUSTOMS_HOLD: _("Held by customs"),
    AlertKind.PICKUP_FAILED: _("The carrier could not fetch it"),
    AlertKind.DELIVERY_FAILED: _("Delivery was not possible"),
    AlertKind.RETURNING: _("On the way back to the seller"),
    AlertKind.LOST: _("Lost on the way"),
    AlertKind.DAMAGED: _("Damaged on the way"),
}
MEANINGS: Mapping[str, str] = {
    AlertKind.DELAYED: _("The goods will arrive later than was said."),
    AlertKind.NO_NEWS: _("Nothing has been heard of the goods for longer than usual on this part of the way."),
    AlertKind.CUSTOMS_HOLD: _("Customs is looking at the goods or at their papers and may have questions."),
    AlertKind.PICKUP_FAILED: _("The carrier came, or meant to come, and did not get the goods."),
    AlertKind.DELIVERY_FAILED: _("The carrier tried to deliver the goods and could not."),
    AlertKind.RETURNING: _("The carrier is bringing the goods back."),
    AlertKind.LOST: _("The carrier cannot find the goods."),
    AlertKind.DAMAGED: _("The carrier reports that the goods were damaged."),
}
