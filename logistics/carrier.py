"""What a carrier's folder offers. ``carrier.py`` in it has one object named ``carrier`` of this shape."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol, runtime_checkable

from i18n.money import Money
from logistics.consignment import Consignment


class CarrierError(Exception):
    """The carrier could not do it. ``permanent`` is the one thing callers need: whether trying again is no use."""

    def __init__(self, carrier: str, fact: str, *, permanent: bool) -> None:
        super().__init__(f"{carrier}: {fact}")
        self.carrier = carrier
        self.fact = fact
        self.permanent = permanent


@dataclass(frozen=True, slots=True)
class Quote:
    """A price in the carrier's own currency, with every figure it was reached by."""

    service: str
    """Code of the service, unique within the carrier."""
    name: str
    """English msgid."""
    price: Money
    min_days: int
    max_days: int
    zone: str
    chargeable: Decimal
    unit: str
    """``kg`` or ``m3``."""
    by_volume: bool
    """The volume, not the weight, made the price."""
    tariff: str
    """English msgid: whose tariff this is."""
    tariff_from: date


@dataclass(frozen=True, slots=True)
class Booking:
    """The carrier's receipt."""

    tracking_number: str
    carrier_name: str


@dataclass(frozen=True, slots=True)
class CarrierEvent:
    """One line of a carrier's tracking answer; ``status`` empty when its code has no state of ours."""

    status: str
    raw_code: str
    occurred_at: datetime
    place: str = ""
    note: str = ""


@runtime_checkable
class Carrier(Protocol):
    """``quote`` and ``track`` may answer with nothing; every failure is a `CarrierError`."""

    code: str
    name: str

    def quote(self, *, consignment: Consignment, on: date) -> list[Quote]:
        """Prices for the consignment on a day, cheapest first; empty where the carrier does not go."""

    def book(self, *, consignment: Consignment, service: str, tracking_number: str) -> Booking:
        """Announce the goods. A carrier without a connection takes the number the seller was given."""

    def track(self, *, tracking_number: str) -> list[CarrierEvent]:
        """What the carrier knows, oldest first."""
