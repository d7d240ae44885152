"""Which days figures are shown of: one of the usual stretches, or two days that somebody typed."""

from dataclasses import dataclass
from datetime import date, timedelta

from i18n.messages import gettext_noop as _

LONGEST = timedelta(days=3 * 365)
MOST_STEPS = 150
STEPS = {"DAY": 1, "WEEK": 7, "MONTH": 28}
"""Each with how many days it has at least."""
USUAL = (
    ("30", _("The last 30 days")),
    ("90", _("The last 90 days")),
    ("12", _("The last 12 months")),
    ("year", _("This year")),
    ("before", _("The year before")),
)


@dataclass(frozen=True, slots=True)
class Days:
    """``name`` is the choice it came from."""

    name: str
    first: date
    last: date

    def step(self, asked: str) -> str | None:
        """What was asked for, if it is one and the chart has room for so many; else nothing, for what fits."""
        length = STEPS.get(asked)
        fits = length is not None and (self.last - self.first).days < MOST_STEPS * length
        return asked if fits else None


def days(name: str, first: str, last: str, *, today: date) -> Days:
    """What was chosen; the last 30 days where nothing was, or where the two days are none."""
    typed = _day(first), _day(last)
    if name == "own" and typed[0] and typed[1] and typed[0] <= typed[1]:
        return Days(name, max(typed[0], typed[1] - LONGEST), typed[1])
    start_of_year = today.replace(month=1, day=1)
    if name == "90":
        return Days(name, today - timedelta(days=89), today)
    if name == "12":
        return Days(name, (today.replace(day=1) - timedelta(days=335)).replace(day=1), today)
    if name == "year":
        return Days(name, start_of_year, today)
    if name == "before":
        end = start_of_year - timedelta(days=1)
        return Days(name, end.replace(month=1, day=1), end)
    return Days("30", today - timedelta(days=29), today)


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if 2000 <= found.year <= 2999 else None
