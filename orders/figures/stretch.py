"""The days that figures are about, both ends included, on Vietnam's clock, and how they are cut into steps."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from i18n.today import HERE

LONGEST = timedelta(days=3 * 366)
MOST_STEPS = 160
"""More would be neither seen in a chart nor read in a table."""


class Step(StrEnum):
    """What one point of a series is about."""

    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"


class BadStretch(ValueError):
    """It ends before it begins, is longer than three years, or has too many steps of this length."""

    def __init__(self, first: date, last: date, step: Step | None = None) -> None:
        super().__init__(f"{first} to {last} by {step or 'any step'} is nothing to add up")
        self.first = first
        self.last = last
        self.step = step


@dataclass(frozen=True, slots=True)
class Stretch:
    """Raises ``BadStretch`` for what it cannot be."""

    first: date
    last: date
    step: Step

    def __post_init__(self) -> None:
        if not date(2000, 1, 1) <= self.first <= self.last <= date(2999, 12, 31) or self.last - self.first > LONGEST:
            raise BadStretch(self.first, self.last)
        if len(self.starts()) > MOST_STEPS:
            raise BadStretch(self.first, self.last, self.step)

    @property
    def since(self) -> datetime:
        return datetime.combine(self.first, time(), tzinfo=HERE)

    @property
    def until(self) -> datetime:
        """The first instant that does not belong to it."""
        return datetime.combine(self.last + timedelta(days=1), time(), tzinfo=HERE)

    def starts(self) -> list[date]:
        """The first day of every step; the first step may begin before the stretch does."""
        found = [start_of(self.first, self.step)]
        while (following := next_start(found[-1], self.step)) <= self.last:
            found.append(following)
        return found


def stretch(first: date, last: date, step: Step | None = None) -> Stretch:
    """With the step that reads best where none is given: days of a month, weeks of a quarter, months of a year."""
    if step is None:
        days = (last - first).days
        step = Step.DAY if days <= 45 else Step.WEEK if days <= 184 else Step.MONTH
    return Stretch(first, last, step)


def start_of(day: date, step: Step) -> date:
    """Weeks begin on Monday."""
    if step == Step.MONTH:
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if step == Step.WEEK else day


def next_start(start: date, step: Step) -> date:
    if step == Step.MONTH:
        return (start + timedelta(days=31)).replace(day=1)
    return start + timedelta(days=7 if step == Step.WEEK else 1)
