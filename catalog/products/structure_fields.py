"""Checks shared by everything the operator names: categories, attributes and their values, types, collections."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from catalog.products.fields import one_line
from catalog.refusal import Problem
from i18n.messages import gettext_noop as _


def named(clean: dict[str, Any], lines: Iterable[str] = ("name",)) -> None:
    """Bring the texts of one line into shape, in place; an empty external reference is none."""
    for field in lines:
        if field in clean:
            clean[field] = one_line(clean[field])
    if "external_reference" in clean:
        clean["external_reference"] = one_line(clean["external_reference"] or "") or None


def text_problems(model: type[models.Model], clean: Mapping[str, Any]) -> list[Problem]:
    """A missing name, and texts longer than their columns."""
    problems = []
    if "name" in clean and not clean["name"]:
        problems.append(Problem("name", "REQUIRED", _("This needs a name.")))
    for field, text in clean.items():
        longest = getattr(model._meta.get_field(field), "max_length", None)
        if longest and isinstance(text, str) and len(text) > longest:
            message = _("This text is too long: at most %(longest)s characters.")
            problems.append(Problem(field, "INVALID", message, {"longest": longest}))
    return problems


def reference_problems(rows: models.QuerySet[Any], clean: Mapping[str, Any]) -> list[Problem]:
    """An external reference that one of the other ``rows`` has."""
    reference = clean.get("external_reference")
    if reference and rows.filter(external_reference=reference).exists():
        return [Problem("external_reference", "UNIQUE", _("Another one has this external reference."))]
    return []
