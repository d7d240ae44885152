"""Fairs that are over, and who was there by country."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet

from marketplace.expo.models import Expo
from marketplace.indicators.definition import UNKNOWN, Cell
from marketplace.indicators.margins import with_total
from marketplace.indicators.period import Period, fair


def fairs_over(by: date) -> list[Period]:
    """Published fairs whose last day is before a day."""
    rows = Expo.objects.published().filter(ends_on__lt=by).order_by("starts_on", "pk")
    return [fair(*row) for row in rows.values_list("slug", "starts_on", "ends_on")]


def by_country(rows: QuerySet[Any]) -> list[Cell]:
    """One statement; everybody is of one country."""
    found = rows.order_by().values("country").annotate(count=Count("pk")).order_by("country")
    return with_total(
        Cell((row["country"].upper() or UNKNOWN,), Decimal(row["count"]), (row["count"],)) for row in found
    )
