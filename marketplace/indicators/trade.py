"""Sales and exports of a month, added up in the database, with who is behind each figure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, Count, F, Min, Model, QuerySet, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, Lower, NullIf, Upper

from i18n.today import day_here
from marketplace.indicators.definition import UNKNOWN


def country_in(address: str) -> Coalesce:
    """The country of a copied address; `UNKNOWN` once it was erased."""
    named = NullIf(Upper(KeyTextTransform("country", address)), Value(""), output_field=CharField())
    return Coalesce(named, Value(UNKNOWN), output_field=CharField())


def buyer(email: str) -> NullIf:
    """Who buys is told by the e-mail address, signed in or not; nobody's once it was erased."""
    return NullIf(Lower(email), Value(""))


def within(since: datetime, until: datetime, name: str = "created_at") -> dict[str, datetime]:
    return {f"{name}__gte": since, f"{name}__lt": until}


def counted_by(rows: QuerySet[Any], *names: str, **counts: Count) -> dict[tuple[str, ...], Mapping[str, int]]:
    """By the values of the names."""
    return {tuple(row[name] for name in names): row for row in rows.values(*names).annotate(**counts).order_by()}


def first_day_of(model: type[Model], name: str = "created_at") -> date | None:
    """Of the oldest row; an index answers it."""
    oldest = model._default_manager.order_by().aggregate(oldest=Min(F(name)))["oldest"]
    return day_here(oldest) if oldest else None
