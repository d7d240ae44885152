"""``set_opening_hours``: the whole table of a fair's hours at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.expo.editions.hours import VISITING, HoursAudience, OpeningHours
from marketplace.expo.exhibition import Expo
from marketplace.expo.locks import lock_expo

MOST_ROWS = 200
AROUND = timedelta(days=30)
"""How long before and after a fair its halls are built up and taken down at most."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A row of the table; times are local to the fair."""

    day: date
    opens_at: time
    closes_at: time
    audience: str = HoursAudience.PUBLIC


def set_opening_hours(*, expo: Expo, hours: Sequence[Hours]) -> list[OpeningHours]:
    """Let these be all hours of the fair; visitors come on its days only. Raises ``Refused`` and changes nothing."""
    with transaction.atomic():
        locked = lock_expo(expo.pk)
        refuse_any(_problems(locked, hours))
        OpeningHours.objects.filter(expo=locked).delete()
        rows = [
            OpeningHours(
                expo=locked, day=each.day, audience=each.audience, opens_at=each.opens_at, closes_at=each.closes_at
            )
            for each in sorted(hours, key=lambda each: (each.day, each.opens_at))
        ]
        return OpeningHours.objects.bulk_create(rows)


def _problems(expo: Expo, hours: Sequence[Hours]) -> list[Problem]:
    if len(hours) > MOST_ROWS:
        return [Problem("hours", "INVALID", _("At most %(limit)s rows."), {"limit": MOST_ROWS})]
    seen: set[tuple[date, str]] = set()
    problems = []
    for index, each in enumerate(hours):
        problem = _problem(expo, each, seen)
        if problem:
            problems.append(Problem(*problem, index=index))
        seen.add((each.day, each.audience))
    return problems


def _problem(expo: Expo, each: Hours, seen: set[tuple[date, str]]) -> tuple[str, str, str] | None:
    if each.opens_at >= each.closes_at:
        return "closes_at", "INVALID", _("It must close after it opens, on the same day.")
    if (each.day, each.audience) in seen:
        return "day", "UNIQUE", _("This day is in the table twice for the same people.")
    around = timedelta(0) if each.audience in VISITING else AROUND
    if not expo.starts_on - around <= each.day <= expo.ends_on + around:
        return "day", "OUTSIDE_FAIR", _("This day is not one of the fair's.")
    return None
