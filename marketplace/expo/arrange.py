"""Arranging an exhibition: ``create_expo``, ``update_expo``, ``publish_expo``, ``translate_expo``."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from i18n.text import slugify
from i18n.translate import set_translation
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.editions.hours import move_hours
from marketplace.expo.editions.values import edition_problems, edition_values, series_of
from marketplace.expo.exhibition import LOCAL_ZONE, Expo
from marketplace.expo.locks import lock_expo

_LIMITS = {
    "name": 200,
    "description": 10_000,
    "theme": 250,
    "venue": 250,
    "slug": 120,
    "edition": 20,
    "series": 120,
}
FIELDS = ("name", "description", "theme")
_OF_PAGES = frozenset({"doors"})
"""Slugs that would hide a fair behind a page of the desk where fairs are prepared."""


@dataclass(frozen=True, slots=True)
class ExpoPlan:
    name: str
    starts_on: date
    ends_on: date
    description: str = ""
    theme: str = ""
    source_language: str = "vi"
    timezone: str = LOCAL_ZONE
    venue: str = ""
    slug: str = ""
    """Made from the name when empty."""
    edition: str = ""
    """The year of the first day when empty."""
    series: str = ""
    """Made from the slug when empty."""
    topics: Sequence[str] = ()
    languages: Sequence[str] = ()


def create_expo(*, plan: ExpoPlan) -> Expo:
    """Store an exhibition, unpublished. Raises ``Refused``."""
    values = edition_values(texts.tidied(dataclasses.asdict(plan)))
    slug = slugify(values.pop("slug") or values["name"], "expo", max_length=110)
    values["edition"] = values["edition"] or str(values["starts_on"].year)
    values["series"] = values["series"] or series_of(slug)
    refuse_any(_problems(values))
    with transaction.atomic():
        return Expo.objects.create(slug=_free(slug), **values)


def update_expo(*, expo: Expo, changes: Mapping[str, Any]) -> Expo:
    """Change the given fields of an `ExpoPlan`, the slug excepted, which links may name. Raises ``Refused``.

    Opening hours move along with the first day; those for visitors on days that the fair no longer has are dropped.
    """
    values = texts.tidied({name: value for name, value in changes.items() if value is not None and name != "slug"})
    values = edition_values(values)
    with transaction.atomic():
        locked = lock_expo(expo.pk)
        before = (locked.starts_on, locked.ends_on)
        dates = {name: values.get(name, getattr(locked, name)) for name in ("starts_on", "ends_on")}
        refuse_any(_problems({**values, **dates}))
        for name, value in values.items():
            setattr(locked, name, value)
        locked.save()
        if {"starts_on", "ends_on"} & values.keys():
            move_hours(expo=locked, start_by=locked.starts_on - before[0], end_by=locked.ends_on - before[1])
    return locked


def publish_expo(*, expo: Expo, is_published: bool = True) -> Expo:
    """Show it to the public with its halls and exhibitors, or hide it again."""
    expo.is_published = is_published
    expo.save(update_fields=["is_published"])
    return expo


def translate_expo(*, expo: Expo, language: str, texts_given: Mapping[str, str], by: User | None = None) -> None:
    """Store name, description or theme in another language. Raises ``Refused``."""
    given = texts.tidied({name: texts_given[name] for name in FIELDS if name in texts_given})
    problems = texts.lengths(given, _LIMITS) + texts.language({"language_code": language}, "language_code")
    if language == expo.source_language:
        message = _("The texts in this language are the originals; change them there.")
        problems.append(texts.invalid("language_code", message))
    refuse_any(problems)
    set_translation(
        subject=Expo.SUBJECT,
        object_id=expo.pk,
        language=language,
        texts=given,
        translator=f"user:{by.pk}" if by else "",
    )


def _problems(values: Mapping[str, Any]) -> list[Problem]:
    problems = texts.lengths(values, _LIMITS) + texts.language(values) + texts.zone(values)
    problems += edition_problems(values)
    if "name" in values and not values["name"]:
        problems.append(texts.required("name"))
    if values["ends_on"] < values["starts_on"]:
        problems.append(texts.invalid("ends_on", _("It cannot end before it starts.")))
    return problems


def _free(slug: str) -> str:
    taken = _OF_PAGES | set(Expo.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return slug if slug not in taken else next(s for n in range(2, len(taken) + 3) if (s := f"{slug}-{n}") not in taken)
