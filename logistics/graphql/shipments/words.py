"""What modes, events and sources are called."""

from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.shipments.freight.codes import DOCUMENT_WORDS, WORDS
from logistics.shipments.status import Trouble

MODE_WORDS = {
    "TRUCK": _("By truck"),
    "BARGE": _("By river barge"),
    "RAIL": _("By rail"),
    "VESSEL": _("By sea"),
    "AIR": _("By air"),
    "LAST_MILE": _("By delivery van"),
    "PARCEL": _("As a parcel"),
}
SOURCE_WORDS = {
    "CARRIER": _("The carrier"),
    "LEGS": _("The planned way"),
    "SELLER": _("The seller"),
}
TROUBLE_WORDS = {
    Trouble.DELAYED: _("Delayed"),
    Trouble.CUSTOMS_HOLD: _("Held by customs"),
    Trouble.CUSTOMS_RELEASED: _("Released by customs"),
    Trouble.PICKUP_FAILED: _("The carrier could not fetch it"),
    Trouble.DELIVERY_FAILED: _("Delivery was not possible"),
    Trouble.RETURNING: _("On the way back to the seller"),
    Trouble.LOST: _("Lost on the way"),
    Trouble.DAMAGED: _("Damaged on the way"),
}


def freight_words(language: str, event_type: str, code: str, document: str = "") -> str:
    """``Container loaded``, ``Booking: Confirmed``; the codes themselves where nobody knows them. Empty for none."""
    words = WORDS.get(event_type, {}).get(code)
    told = gettext(language, words) if words else code
    paper = DOCUMENT_WORDS.get(document)
    if not paper:
        return told
    return gettext(language, "%(paper)s: %(what)s", paper=gettext(language, paper), what=told)


def words_of_raw(language: str, raw_code: str) -> str:
    """Of the raw code that `record_freight_event` writes; empty for a parcel carrier's own."""
    event_type, _space, rest = raw_code.partition(" ")
    code, _space, document = rest.partition(" ")
    return freight_words(language, event_type, code, document) if event_type in WORDS and code else ""
