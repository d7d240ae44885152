"""What shoppers and their codes make happen, for whoever reacts to it."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class ScanAlertRaised(Event):
    alert_id: int


@dataclass(frozen=True)
class WarrantyRegistered(Event):
    """Somebody asked for it; the address is still to be confirmed."""

    registration_id: str


@dataclass(frozen=True)
class FakeReported(Event):
    report_id: str
