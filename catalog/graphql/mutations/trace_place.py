"""``tracePlaceCreate``, ``-Update`` and ``-Archive``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.trace_access import party_of, place_for
from catalog.graphql.types.trace_place import TracePlace, TracePlaceKind, TraceScheme
from catalog.traceability.identity.place import PlaceKind
from catalog.traceability.identity.place import TracePlace as PlaceRow
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.places.keep_place import PlaceData, archive_place, create_place, update_place
from i18n.graphql.types.country import CountryCode
from marketplace.graphql import ID, SIGNED_IN, Boolean, Decimal, Field, InputObjectType, Mutation, String
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole

TEXTS = ("name", "address", "value", "boundary")


class TracePlaceInput(InputObjectType):
    """What is left out stays as it is; null takes it away."""

    kind = TracePlaceKind()
    name = String()
    address = String()
    country = CountryCode(description="Vietnam when left out.")
    party = ID(description="Whose place it is; left out for one's own.")
    scheme = TraceScheme()
    value = String(description="A GLN of 13 digits with GS1, else any number.")
    latitude = Decimal(description="WGS 84. Enough for a plot up to 4 ha.")
    longitude = Decimal()
    boundary = String(description="GeoJSON: a Polygon or MultiPolygon, longitude before latitude, six decimals.")
    area_ha = Decimal(description="Of a place with a point; of an outline it is computed.")
    is_public = Boolean(description="Whether the public may see the exact point.")


class TracePlaceCreate(Mutation):
    """Add a place. For managers of the seller."""

    class Arguments:
        seller = ID(required=True)
        input = TracePlaceInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    place = Field(TracePlace)

    @classmethod
    def perform(cls, info: Any, *, seller: str, input: Any) -> dict[str, Any]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        blank = PlaceRow(seller=owner, kind=PlaceKind.WORKSHOP)
        return {"place": create_place(seller=owner, data=_data(blank, input))}


class TracePlaceUpdate(Mutation):
    """Correct a place. Events that are there keep what they named. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        input = TracePlaceInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    place = Field(TracePlace)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        place = place_for(info, id)
        return {"place": update_place(place=place, data=_data(place, input))}


class TracePlaceArchive(Mutation):
    """Offer a place for no further step. For managers of the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    place = Field(TracePlace)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"place": archive_place(place=place_for(info, id))}


def _data(row: PlaceRow, given: Any) -> PlaceData:
    """The row's values with what is given over them. An outline goes before a point that came of the earlier one."""
    has_point = "latitude" in given or "longitude" in given
    said = {name: given[name] for name in ("latitude", "longitude", "area_ha") if name in given}
    boundary = given["boundary"] or "" if "boundary" in given else "" if has_point else row.boundary
    kept = {} if row.boundary and not boundary else {name: getattr(row, name) for name in _POINT}
    return PlaceData(
        kind=PlaceKind(given.get("kind") or row.kind),
        name=_text(given, "name", row),
        address=_text(given, "address", row),
        country=str(given.get("country") or row.country),
        party=party_of(given["party"], row.seller_id, field="input.party") if "party" in given else row.party,
        scheme=Scheme(given.get("scheme") or row.scheme),
        value=_text(given, "value", row),
        boundary=boundary,
        is_public=row.is_public if given.get("is_public") is None else given["is_public"],
        **{**kept, **said},
    )


_POINT = ("latitude", "longitude", "area_ha")


def _text(given: Any, name: str, row: PlaceRow) -> str:
    return str(given[name] or "") if name in given else str(getattr(row, name))
