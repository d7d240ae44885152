"""Any carrier the marketplace has no connection to: the seller books there and types the tracking number here."""

from __future__ import annotations

import re

from i18n.messages import gettext_noop as _
from logistics.carrier import Account, Booking, Capability, Carrier, CarrierError
from logistics.consignment import Consignment

# Carriers print letters, digits and a few separators; whatever else is a typing slip or an attempt at mischief.
_TRACKING_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./-]{0,49}")


class ManualCarrier(Carrier):
    """Knows no prices and no events of its own; people enter what happens."""

    code = "manual"
    name = _("Carrier of the seller's choice")
    capabilities = frozenset({Capability.BOOK})

    def book(
        self, *, account: Account, consignment: Consignment, service: str, tracking_number: str, key: str
    ) -> Booking:
        """Takes the number as typed, or none (the seller's own van); raises `CarrierError` for one no carrier gives."""
        number = tracking_number.strip()
        if number and not _TRACKING_NUMBER.fullmatch(number):
            raise CarrierError(self.code, f"{number!r} is not a tracking number", permanent=True)
        return Booking(tracking_number=number, carrier_name=service)


carrier = ManualCarrier()
