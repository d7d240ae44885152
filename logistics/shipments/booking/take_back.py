"""``take_back``: a booking is called off with its carrier, where the carrier can be told."""

from __future__ import annotations

from logistics.carrier import Capability
from logistics.carriers.registry import carrier_of
from logistics.shipments.booking.account import account_of_shipment
from logistics.shipments.shipment import Shipment


def take_back(shipment: Shipment) -> bool:
    """Says whether a carrier was told. Outside any transaction; raises ``CarrierError`` and ``NoAccount``.

    A number that was typed in is the seller's own affair with that carrier.
    """
    carrier = carrier_of(shipment.carrier)
    if Capability.CANCEL not in carrier.capabilities or not shipment.booking_key or not shipment.tracking_number:
        return False
    carrier.cancel(account=account_of_shipment(shipment), tracking_number=shipment.tracking_number)
    return True
