"""What the carrier of a shipment is called."""

from __future__ import annotations

from i18n.messages import gettext
from logistics.carriers.registry import carriers
from logistics.shipments.shipment import Shipment


def carrier_words(shipment: Shipment, language: str) -> str:
    """As the seller wrote it, else as the marketplace calls the carrier."""
    known = carriers().get(shipment.carrier)
    return shipment.carrier_name or (gettext(language, known.name) if known else shipment.carrier)
