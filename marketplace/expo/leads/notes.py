"""What an exhibitor writes down about a visitor, tidied and checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from marketplace.expo import texts
from marketplace.expo.exhibitor import Exhibit

LONGEST_NOTE = 4000
MOST_EXHIBITS = 50
LONGEST_WAIT = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class LeadNotes:
    """Of a scan: what is left out stays as it was noted before."""

    note: str = ""
    rating: int | None = None
    follow_up_on: date | None = None
    exhibit_ids: tuple[int, ...] = ()


def notes_problems(values: Mapping[str, Any], *, exhibitor_id: int, today: date) -> list[Problem]:
    problems = texts.lengths(values, {"note": LONGEST_NOTE})
    rating, day = values.get("rating"), values.get("follow_up_on")
    if rating is not None and not 1 <= rating <= 5:
        problems.append(texts.invalid("rating", _("A rating is from 1 to 5.")))
    if day is not None and not today <= day <= today + LONGEST_WAIT:
        problems.append(texts.invalid("follow_up_on", _("The day is from today to two years from now.")))
    return problems + _exhibit_problems(values.get("exhibit_ids") or (), exhibitor_id)


def _exhibit_problems(exhibit_ids: Sequence[int], exhibitor_id: int) -> list[Problem]:
    if len(exhibit_ids) > MOST_EXHIBITS:
        return [texts.invalid("exhibit_ids", _("At most %(limit)s exhibits."), limit=MOST_EXHIBITS)]
    wanted = set(exhibit_ids)
    if wanted and Exhibit.objects.filter(pk__in=wanted, exhibitor=exhibitor_id).count() != len(wanted):
        return [Problem("exhibit_ids", "NOT_FOUND", _("There is no such exhibit."))]
    return []
