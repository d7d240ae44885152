"""Texts and choices that people type about exhibitions, tidied and checked."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from catalog.refusal import Problem
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from marketplace.accounts.addresses.validate import is_country

MULTILINE = ("description",)
_is_country = lru_cache(maxsize=1_000)(is_country)
"""The lists of countries are read from a file each time, and long lists name the same few."""


def tidy(value: str, *, lines: bool = False) -> str:
    """Printable characters only, blanks collapsed; one line unless ``lines``."""
    if lines:
        return "".join(c for c in value.replace("\r\n", "\n") if c.isprintable() or c == "\n").strip()
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def tidied(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: tidy(value, lines=name in MULTILINE) if isinstance(value, str) else value
        for name, value in values.items()
    }


def required(field: str) -> Problem:
    return Problem(field, "REQUIRED", _("This field is required."))


def invalid(field: str, message: str, **params: object) -> Problem:
    return Problem(field, "INVALID", message, params)


def lengths(values: Mapping[str, Any], limits: Mapping[str, int]) -> list[Problem]:
    return [
        invalid(name, _("At most %(limit)s characters."), limit=limit)
        for name, limit in limits.items()
        if len(values.get(name) or "") > limit
    ]


def language(values: Mapping[str, Any], field: str = "source_language") -> list[Problem]:
    return [invalid(field, _("Choose one of the list."))] if values.get(field, "en") not in LANGUAGES else []


def zone(values: Mapping[str, Any]) -> list[Problem]:
    if "timezone" not in values:
        return []
    try:
        ZoneInfo(values["timezone"])
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return [invalid("timezone", _("There is no such time zone."))]
    return []


def contact(values: Mapping[str, Any]) -> list[Problem]:
    """Country, website and e-mail, where they are given."""
    problems = []
    if "country" in values and not _is_country(values["country"]):
        problems.append(invalid("country", _("There is no such country.")))
    if values.get("website_url") and not _passes(URLValidator(schemes=["http", "https"]), values["website_url"]):
        problems.append(invalid("website_url", _("This is not a web address.")))
    if values.get("email") and not _passes(validate_email, values["email"]):
        problems.append(invalid("email", _("This is not an e-mail address.")))
    return problems


def _passes(check: Any, value: str) -> bool:
    try:
        check(value)
    except ValidationError:
        return False
    return True
