"""``create_place``, ``update_place`` and ``archive_place``: where things happen to a seller's goods.

A plot has a point or an outline; above four hectares an outline (Regulation (EU) 2023/1115, article 2(28)). The area of
an outline is computed; a point's is what the seller says. A place that steps name is archived, never removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.refusal import Problem, Refused, refuse_any
from catalog.traceability.identity.gln import BadGln, check_gln
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import PlaceKind, TracePlace
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.places.boundary import BadBoundary, check_point, read_boundary
from catalog.traceability.places.problems import boundary_problem, gln_problem, taken_problem, too_long
from i18n.messages import gettext_noop as _

if TYPE_CHECKING:
    from marketplace.sellers.models import Seller

POINT_UP_TO_HA = Decimal(4)
LEAST_HA, MOST_HA = Decimal("0.0001"), Decimal(1_000_000)
_LENGTHS = {"name": 200, "address": 400, "value": 80}
_SEVEN_PLACES = Decimal("0.0000001")


@dataclass(frozen=True, slots=True)
class PlaceData:
    """What a seller says of a place. ``boundary`` is GeoJSON."""

    kind: PlaceKind
    name: str
    address: str = ""
    country: str = "VN"
    party: TraceParty | None = None
    scheme: Scheme = Scheme.INTERNAL
    value: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    boundary: str = ""
    area_ha: Decimal | None = None
    is_public: bool = False


def create_place(*, seller: Seller, data: PlaceData) -> TracePlace:
    """Raises `catalog.refusal.Refused` with every problem there is."""
    return _save(TracePlace(seller=seller), data)


def update_place(*, place: TracePlace, data: PlaceData) -> TracePlace:
    """Events that are there keep the identity they named. Raises as `create_place`."""
    return _save(place, data)


def archive_place(*, place: TracePlace) -> TracePlace:
    """It is offered for no further step; the steps that name it still do."""
    place.archived_at = place.archived_at or timezone.now()
    place.save(update_fields=["archived_at"])
    return place


def _save(place: TracePlace, data: PlaceData) -> TracePlace:
    for name, value in _checked(place.seller_id, data).items():
        setattr(place, name, value)
    try:
        with transaction.atomic():
            place.save()
    except IntegrityError as error:
        raise Refused(taken_problem()) from error
    return place


def _checked(seller_id: int, data: PlaceData) -> dict[str, Any]:
    problems = [*too_long(data, _LENGTHS)]
    if not data.name.strip():
        problems.append(Problem("name", "REQUIRED", _("A place has a name.")))
    if data.party is not None and data.party.seller_id != seller_id:
        problems.append(Problem("party", "NOT_FOUND", _("You have no such partner.")))
    fields, more = _identity(data)
    where, wrong = _where(data)
    refuse_any([*problems, *more, *wrong])
    plain = {"kind": data.kind, "name": data.name.strip(), "address": data.address.strip(), "country": data.country}
    return {**plain, "party": data.party, "is_public": data.is_public, **fields, **where}


def _identity(data: PlaceData) -> tuple[Mapping[str, str], list[Problem]]:
    if data.scheme != Scheme.GS1:
        return {"scheme": data.scheme, "value": data.value.strip()}, []
    try:
        return {"scheme": data.scheme, "value": check_gln(data.value)}, []
    except BadGln:
        return {}, [gln_problem()]


def _where(data: PlaceData) -> tuple[dict[str, Any], list[Problem]]:
    try:
        if data.boundary.strip():
            return _outlined(data), []
        return _at_a_point(data)
    except BadBoundary as bad:
        return {}, [boundary_problem(bad, "boundary" if data.boundary.strip() else "latitude")]


def _outlined(data: PlaceData) -> dict[str, Any]:
    read = read_boundary(data.boundary, country=data.country)
    longitude, latitude = read.middle
    return {"boundary": read.geometry, "area_ha": read.area_ha, "longitude": longitude, "latitude": latitude}


def _at_a_point(data: PlaceData) -> tuple[dict[str, Any], list[Problem]]:
    problems = []
    if (data.latitude is None) != (data.longitude is None):
        problems.append(Problem("latitude", "REQUIRED", _("Give both latitude and longitude, or neither.")))
    elif data.latitude is not None and data.longitude is not None:
        check_point(data.longitude, data.latitude, country=data.country)
    if data.area_ha is not None and not LEAST_HA <= data.area_ha <= MOST_HA:
        problems.append(Problem("area_ha", "INVALID", _("This area is not possible.")))
    elif data.kind == PlaceKind.PLOT and data.area_ha is not None and data.area_ha > POINT_UP_TO_HA:
        message = _("A plot above %(hectares)s ha needs its outline; a point is enough for smaller ones.")
        problems.append(Problem("boundary", "REQUIRED", message, {"hectares": POINT_UP_TO_HA}))
    if data.kind == PlaceKind.PLOT and data.latitude is None:
        problems.append(Problem("latitude", "REQUIRED", _("A plot has a point or an outline.")))
    if problems:
        return {}, problems
    return {
        "boundary": "",
        "area_ha": data.area_ha,
        "latitude": data.latitude.quantize(_SEVEN_PLACES) if data.latitude is not None else None,
        "longitude": data.longitude.quantize(_SEVEN_PLACES) if data.longitude is not None else None,
    }, []
