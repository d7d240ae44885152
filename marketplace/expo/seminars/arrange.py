"""Seminars arranged by staff: ``create_seminar``, ``update_seminar``, ``translate_seminar``, ``cancel_seminar``."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.translate import set_translation
from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.expo import texts
from marketplace.expo.exhibition import Expo
from marketplace.expo.hall import Hall
from marketplace.expo.locks import lock_expo, lock_seminar
from marketplace.expo.seminars.events import SeatsFreed, SeminarCancelled, SeminarMoved
from marketplace.expo.seminars.seat import SeminarSeat
from marketplace.expo.seminars.seminar import Seminar

LIMITS = {"title": 200, "description": 5_000, "speaker": 200, "room": 120}
FIELDS = ("title", "description")
MOST_SEMINARS = 500
SHORTEST, LONGEST = 5, 480
MOST_SEATS = 5_000
_TOLD = ("starts_at", "minutes", "hall", "room")
"""Of a change in these everybody who has a seat is told."""


@dataclass(frozen=True, slots=True)
class SeminarPlan:
    title: str
    speaker: str
    starts_at: datetime
    minutes: int
    seats: int
    description: str = ""
    source_language: str = "vi"
    languages: Sequence[str] = ("vi",)
    hall: Hall | None = None
    room: str = ""


def create_seminar(*, expo: Expo, plan: SeminarPlan, now: datetime) -> Seminar:
    """Raises ``Refused``."""
    values = _clean({field.name: getattr(plan, field.name) for field in dataclasses.fields(plan)})
    refuse_any(_problems(expo, values))
    with transaction.atomic():
        lock_expo(expo.pk)
        if Seminar.objects.filter(expo=expo).count() >= MOST_SEMINARS:
            raise Refused(texts.invalid("expo_id", _("At most %(limit)s seminars."), limit=MOST_SEMINARS))
        return Seminar.objects.create(expo=expo, created_at=now, **values)


def update_seminar(*, seminar: Seminar, changes: Mapping[str, Any]) -> Seminar:
    """Change fields of a `SeminarPlan`. More seats go to those who wait; fewer than are booked are refused."""
    values = _clean(changes)
    refuse_any(_problems(seminar.expo, values))
    with transaction.atomic():
        locked = lock_seminar(seminar.pk)
        _require_on(locked)
        booked = SeminarSeat.objects.booked().filter(seminar=locked).count()
        if values.get("seats", booked) < booked:
            message = _("%(booked)s seats are booked already; there cannot be fewer.")
            raise Refused(texts.invalid("seats", message, booked=booked))
        moved = any(name in values and getattr(locked, name) != values[name] for name in _TOLD)
        for name, value in values.items():
            setattr(locked, name, value)
        locked.sequence += 1
        locked.save()
        if moved:
            publish(SeminarMoved(locked.pk, locked.sequence))
        publish(SeatsFreed(locked.pk))
    return locked


def translate_seminar(
    *, seminar: Seminar, language: str, texts_given: Mapping[str, str], by: User | None = None
) -> None:
    """Store title or description in another language. Raises ``Refused``."""
    given = texts.tidied({name: texts_given[name] for name in FIELDS if name in texts_given})
    problems = texts.lengths(given, LIMITS) + texts.language({"language_code": language}, "language_code")
    if language == seminar.source_language:
        message = _("The texts in this language are the originals; change them there.")
        problems.append(texts.invalid("language_code", message))
    refuse_any(problems)
    set_translation(
        subject=Seminar.SUBJECT,
        object_id=seminar.pk,
        language=language,
        texts=given,
        translator=f"user:{by.pk}" if by else "",
    )


def cancel_seminar(*, seminar: Seminar, now: datetime) -> Seminar:
    """Call it off for good; everybody who has a seat or waits for one is told. Raises ``Refused`` the second time."""
    with transaction.atomic():
        locked = lock_seminar(seminar.pk)
        _require_on(locked)
        locked.cancelled_at = now
        locked.sequence += 1
        locked.save()
        publish(SeminarCancelled(locked.pk))
    return locked


def _require_on(seminar: Seminar) -> None:
    if seminar.cancelled_at is not None:
        raise Refused(Problem("id", "WRONG_STATE", _("This seminar was called off.")))


def _clean(values: Mapping[str, Any]) -> dict[str, Any]:
    clean = texts.tidied(values)
    if "languages" in clean:
        clean["languages"] = list(dict.fromkeys(clean["languages"]))
    return clean


def _problems(expo: Expo, values: Mapping[str, Any]) -> list[Problem]:
    problems = texts.lengths(values, LIMITS) + texts.language(values)
    problems += [texts.required(name) for name in ("title", "speaker") if name in values and not values[name]]
    if not all(code in LANGUAGES for code in values.get("languages", ())) or values.get("languages") == []:
        problems.append(texts.invalid("languages", _("Choose languages of the list.")))
    if not SHORTEST <= values.get("minutes", SHORTEST) <= LONGEST:
        message = _("From %(least)s to %(most)s minutes.")
        problems.append(texts.invalid("minutes", message, least=SHORTEST, most=LONGEST))
    if not 1 <= values.get("seats", 1) <= MOST_SEATS:
        problems.append(texts.invalid("seats", _("From 1 to %(most)s seats."), most=MOST_SEATS))
    if values.get("hall") is not None and values["hall"].expo_id != expo.pk:
        problems.append(Problem("hall_id", "NOT_FOUND", _("There is no such hall.")))
    return problems + _day_problems(expo, values)


def _day_problems(expo: Expo, values: Mapping[str, Any]) -> list[Problem]:
    if "starts_at" not in values:
        return []
    day = values["starts_at"].astimezone(ZoneInfo(expo.timezone)).date()
    if expo.starts_on <= day <= expo.ends_on:
        return []
    return [texts.invalid("starts_at", _("This day is not one of the fair's."))]
