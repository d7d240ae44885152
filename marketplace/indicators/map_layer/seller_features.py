"""Sellers on the map: approved ones who did not stay off it, in their ward or, if they chose so, at their door."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, When

from catalog.traceability.identity.place import PlaceKind, TracePlace
from i18n.today import HERE
from marketplace.indicators.map_layer.asked import Asked, Box, Span
from marketplace.indicators.map_layer.feature import Feature, FeaturePage
from marketplace.indicators.map_layer.placement import Placement, SellerPlacement
from marketplace.indicators.map_layer.wards import Point, wards
from marketplace.sellers.models import Seller

PAGE = "/vi/vn/makers/"
DOORS = (PlaceKind.SHOP, PlaceKind.WORKSHOP)


def seller_page(asked: Asked, *, origin: str) -> FeaturePage:
    """Two statements."""
    rows = _shown()
    if asked.span is not None:
        rows = rows.filter(_approved_by(asked.span))
    if asked.box is not None:
        rows = rows.filter(_inside(asked.box))
    found = rows.order_by("pk")[asked.offset : asked.offset + asked.limit]
    return FeaturePage([_feature(row, origin) for row in found], rows.count())


def seller_feature(id: str, *, origin: str) -> Feature | None:
    """By its public id; nothing for another word, or for one who is not on the map."""
    try:
        key = UUID(id)
    except ValueError:
        return None
    row = _shown().filter(public_id=key).first()
    return _feature(row, origin) if row else None


def _shown() -> QuerySet[Seller, Any]:
    choices = SellerPlacement.objects.filter(seller=OuterRef("pk"))
    doors = TracePlace.objects.filter(
        seller=OuterRef("pk"),
        party=None,
        is_public=True,
        archived_at=None,
        kind__in=DOORS,
        latitude__isnull=False,
        longitude__isnull=False,
    ).order_by("kind", "created_at", "pk")
    exact = When(Exists(choices.filter(placement=Placement.EXACT)), then=Subquery(doors.values("pk")[:1]))
    rows = Seller.objects.approved().filter(~Exists(choices.filter(placement=Placement.HIDDEN)))
    rows = rows.select_related("address").annotate(door=Case(exact))
    place = TracePlace.objects.filter(pk=OuterRef("door"))
    return rows.annotate(
        door_latitude=Subquery(place.values("latitude")), door_longitude=Subquery(place.values("longitude"))
    )


def _approved_by(span: Span) -> Q:
    """A seller is there from the approval on."""
    if span.last is None:
        return Q()
    return Q(approved_at__lte=span.last) | Q(approved_at=None)


def _inside(box: Box) -> Q:
    names = [name for name, point in wards().items() if box.has(point.longitude, point.latitude)]
    across = Q(door_longitude__gte=box.west), Q(door_longitude__lte=box.east)
    upward = Q(door_latitude__gte=box.south, door_latitude__lte=box.north)
    within = (across[0] & across[1]) if box.west <= box.east else (across[0] | across[1])
    return (upward & within) | Q(door_latitude=None, address__city_area__in=names)


def _feature(seller: Any, origin: str) -> Feature:
    ward = seller.address.city_area
    is_exact = seller.door_latitude is not None
    point = Point(float(seller.door_longitude), float(seller.door_latitude)) if is_exact else wards().get(ward)
    approved = seller.approved_at.astimezone(HERE).date().isoformat() if seller.approved_at else None
    return Feature(
        id=str(seller.public_id),
        point=point,
        properties={
            "name": seller.name,
            "craft": seller.craft,
            "ward": ward,
            "accuracy": "exact" if is_exact else "ward",
            "approved_on": approved,
            "url": f"{origin}{PAGE}{seller.slug}",
        },
    )
