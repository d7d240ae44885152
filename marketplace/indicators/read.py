"""Published figures, read: a fixed number of statements for however many periods."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db.models import Exists, F, Max, Min, OuterRef, QuerySet, Window
from django.db.models.functions import RowNumber

from marketplace.indicators.filter import Filter
from marketplace.indicators.snapshot import Snapshot


def standing() -> QuerySet[Snapshot]:
    """The latest version of every period."""
    later = Snapshot.objects.filter(
        indicator=OuterRef("indicator"),
        scope=OuterRef("scope"),
        first_day=OuterRef("first_day"),
        version__gt=OuterRef("version"),
    )
    return Snapshot.objects.filter(~Exists(later))


def snapshots_within(indicators: Collection[str], wanted: Filter) -> QuerySet[Snapshot]:
    """Of periods that end within the days, oldest first."""
    rows = Snapshot.objects.all() if wanted.all_versions else standing()
    rows = rows.filter(indicator__in=indicators, last_day__gte=wanted.first, last_day__lte=wanted.last)
    return rows.order_by("last_day", "first_day", "scope", "version").prefetch_related("observations")


def newest_within(indicators: Collection[str], wanted: Filter, *, most: int) -> dict[str, list[Snapshot]]:
    """Of each at most so many, newest first, in their latest version; one statement."""
    place = Window(RowNumber(), partition_by=F("indicator"), order_by=[F("last_day").desc(), F("pk").desc()])
    rows = standing().filter(indicator__in=indicators, last_day__gte=wanted.first, last_day__lte=wanted.last)
    found: dict[str, list[Snapshot]] = {indicator: [] for indicator in indicators}
    for row in rows.annotate(place=place).filter(place__lte=most).order_by("-last_day", "-pk"):
        found[row.indicator].append(row)
    return found


def latest_of(indicators: Collection[str]) -> dict[str, Snapshot]:
    """The newest period of each."""
    days = Snapshot.objects.filter(indicator__in=indicators).order_by().values_list("indicator")
    newest = dict(days.annotate(newest=Max("last_day")))
    rows = standing().filter(indicator__in=newest, last_day__in=set(newest.values())).order_by("last_day", "pk")
    return {row.indicator: row for row in rows if row.last_day == newest[row.indicator]}


def extents() -> Mapping[str, tuple[date, date, datetime]]:
    """Of each indicator with figures its first and last day and when the last one was counted; one statement."""
    rows = Snapshot.objects.order_by().values_list("indicator")
    found = rows.annotate(first=Min("first_day"), last=Max("last_day"), at=Max("taken_at"))
    return {indicator: (first, last, at) for indicator, first, last, at in found}
