"""Until when an authority's request has to be met (data/takedown.toml)."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from i18n.today import day_here

DATA = Path(__file__).parent.parent / "data" / "takedown.toml"


@dataclass(frozen=True, slots=True)
class Deadline:
    hours: int
    effective_from: date
    legal_basis: str
    checked: bool
    effective_to: date | None = None

    def holds(self, on: date) -> bool:
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


class NoDeadline(LookupError):
    """No rule holds on that day."""

    def __init__(self, on: date) -> None:
        super().__init__(f"no deadline for takedowns is known on {on}")
        self.on = on


@cache
def deadlines() -> tuple[Deadline, ...]:
    """Every rule of the file."""
    with DATA.open("rb") as file:
        return tuple(Deadline(**row) for row in tomllib.load(file)["deadline"])


def deadline_at(received_at: datetime) -> Deadline:
    """The rule that holds on the day in Việt Nam on which the request came; raises `NoDeadline`."""
    day = day_here(received_at)
    for rule in deadlines():
        if rule.holds(day):
            return rule
    raise NoDeadline(day)


def due_at(received_at: datetime) -> datetime:
    """24 hours after 18:30 are 18:30 of the next day: hours run on through nights and holidays."""
    return received_at + timedelta(hours=deadline_at(received_at).hours)
