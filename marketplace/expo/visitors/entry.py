"""What a visitor types, tidied and checked."""

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.models import Category
from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from marketplace.accounts.user import normalise_email
from marketplace.expo import texts
from marketplace.expo.exhibition import LOCAL_ZONE
from marketplace.expo.visitors.visitor import LONGEST, VisitorKind

LIMITS = {**LONGEST, "email": 254}
NEEDED = ("name", "country", "email")
MOST_INTERESTS = 20


@dataclass(frozen=True, slots=True)
class VisitorEntry:
    """``interests`` are keys of categories, ``consents`` purposes that are agreed to."""

    name: str
    country: str
    email: str
    firm: str = ""
    job_title: str = ""
    language: str = "en"
    timezone: str = LOCAL_ZONE
    kind: str = VisitorKind.TRADE
    interests: tuple[int, ...] = ()
    consents: Collection[str] = ()
    read_in: str = ""
    """The language in which it was read what is agreed to; that of the letters unless said."""

    def as_values(self) -> dict[str, Any]:
        """The columns of a visitor: all but what is about the consents."""
        values = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        del values["consents"], values["read_in"]
        return values


def clean_visitor(values: Mapping[str, Any]) -> dict[str, Any]:
    """Of columns of a visitor: tidied texts, the country in capitals, the address as accounts store it."""
    clean = texts.tidied(values)
    if "country" in clean:
        clean["country"] = clean["country"].upper()
    if "email" in clean:
        clean["email"] = normalise_email(clean["email"])
    if "interests" in clean:
        clean["interests"] = list(dict.fromkeys(clean["interests"]))
    return clean


def visitor_problems(values: Mapping[str, Any]) -> list[Problem]:
    """Of cleaned columns, whichever are there."""
    needed = [texts.required(name) for name in NEEDED if name in values and not values[name]]
    return [
        *needed,
        *texts.lengths(values, LIMITS),
        *texts.contact({name: value for name, value in values.items() if value}),
        *texts.zone(values),
        *texts.language(values, "language"),
        *_interests(values.get("interests", [])),
    ]


def _interests(chosen: Collection[int]) -> list[Problem]:
    if len(chosen) > MOST_INTERESTS:
        return [texts.invalid("interests", _("Choose at most %(count)s."), count=MOST_INTERESTS)]
    if Category.objects.filter(pk__in=chosen).count() != len(chosen):
        return [texts.invalid("interests", _("There is no such category."))]
    return []
