"""Fairs on the map: published ones, past and to come, in the ward of the exhibition halls."""

from __future__ import annotations

from datetime import date

from django.db.models import Max, Min, Q

from i18n.today import day_here
from marketplace.expo.models import Expo
from marketplace.indicators.map_layer.asked import Asked, Span
from marketplace.indicators.map_layer.feature import Feature, FeaturePage
from marketplace.indicators.map_layer.wards import VENUE, wards

PAGE = "/vi/vn/fairs/"


def fair_page(asked: Asked, *, origin: str) -> FeaturePage:
    """Two statements."""
    rows = Expo.objects.published()
    point = wards()[VENUE]
    if asked.box is not None and not asked.box.has(point.longitude, point.latitude):
        rows = rows.none()
    if asked.span is not None:
        rows = rows.filter(_during(asked.span))
    found = rows.order_by("starts_on", "pk")[asked.offset : asked.offset + asked.limit]
    return FeaturePage([_feature(row, origin) for row in found], rows.count())


def fair_feature(id: str, *, origin: str) -> Feature | None:
    """By its slug."""
    row = Expo.objects.published().filter(slug=id[:120]).first()
    return _feature(row, origin) if row else None


def fair_days() -> tuple[date | None, date | None]:
    """The first day of the first and the last of the last."""
    found = Expo.objects.published().order_by().aggregate(first=Min("starts_on"), last=Max("ends_on"))
    return found["first"], found["last"]


def _during(span: Span) -> Q:
    """On at least one of its days, which are Vietnam's."""
    begun = Q(starts_on__lte=day_here(span.last)) if span.last else Q()
    return begun & Q(ends_on__gte=day_here(span.first)) if span.first else begun


def _feature(expo: Expo, origin: str) -> Feature:
    return Feature(
        id=expo.slug,
        point=wards()[VENUE],
        properties={
            "name": expo.name,
            "theme": expo.theme or None,
            "starts_on": expo.starts_on.isoformat(),
            "ends_on": expo.ends_on.isoformat(),
            "venue": expo.venue or None,
            "ward": VENUE,
            "accuracy": "ward",
            "url": f"{origin}{PAGE}{expo.slug}",
        },
    )
