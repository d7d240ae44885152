"""What the mass balance tells the rest of the house."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class BalanceAlarmRaised(Event):
    """Figures of a seller's chain cannot all be true."""

    alarm_id: str
