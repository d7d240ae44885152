"""``named``: the words for what a graph names by URIs: lots, materials, places, parties, sellers.

Sellers are public. Places and parties are known to whoever keeps them, and to others where they are said to be public;
so a viewer reads the names of the own address book, and of the rest what its owner shows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.epcis.identifiers import CANONICAL
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.graph.lots import lots_by_uri
from catalog.traceability.graph.occurrence import portions
from catalog.traceability.graph.seen import Seen
from catalog.traceability.graph.trace_graph import TraceGraph
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.identity.uris import party_uri, place_uri, seller_uri
from catalog.traceability.lot import Lot
from marketplace.sellers.models import Seller

_RECORD = "urn:uuid:"
_PLACE, _PARTY = f"{CANONICAL}/414/", f"{CANONICAL}/417/"


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Without a point where the place is known and its point is not for this viewer."""

    uri: str
    name: str
    latitude: Decimal | None
    longitude: Decimal | None


@dataclass(frozen=True, slots=True)
class Words:
    lots: dict[str, Lot]
    materials: dict[str, MaterialBatch]
    places: dict[str, PlaceWords]
    parties: dict[str, str]
    """Names by URI."""
    sellers: dict[int, Seller]


def named(graph: TraceGraph, viewer: Viewer) -> Words:
    """A handful of statements, whatever the size of the graph."""
    things = {node.key for node in graph.nodes if node.uri}
    steps = [step for node in graph.nodes for step in node.steps]
    sellers = Seller.objects.in_bulk({step.seller_id for step in steps if step.seller_id is not None})
    found = {uri for step in steps for _type, uri in (*step.sources, *step.destinations)}
    return Words(
        lots=lots_by_uri(things),
        materials=_materials(things, viewer),
        places=_places(steps, viewer),
        parties=_parties(found, viewer),
        sellers=sellers,
    )


def _materials(uris: Collection[str], viewer: Viewer) -> dict[str, MaterialBatch]:
    rows = MaterialBatch.objects.filter(seller_id__in=viewer.seller_ids)
    return {batch.uri: batch for portion in portions(uris) for batch in rows.filter(uri__in=portion)}


def _places(steps: Iterable[Seen], viewer: Viewer) -> dict[str, PlaceWords]:
    uris = {step.place for step in steps if step.place}
    allowed = Q(is_public=True) | Q(seller_id__in=viewer.seller_ids)
    rows = TracePlace.objects.all() if viewer.is_authority else TracePlace.objects.filter(allowed)
    return {
        uri: PlaceWords(uri, place.name, place.latitude, place.longitude)
        for place in _of_uris(rows, uris, _PLACE)
        if (uri := place_uri(place)) in uris
    }


def _parties(uris: Collection[str], viewer: Viewer) -> dict[str, str]:
    allowed = Q(is_public=True) | Q(seller_id__in=viewer.seller_ids)
    rows = TraceParty.objects.all() if viewer.is_authority else TraceParty.objects.filter(allowed)
    own = rows.filter(Q(account__isnull=False) & Q(seller_id__in=viewer.seller_ids))
    known = {party_uri(party): party.name for party in [*own, *_of_uris(rows, uris, _PARTY)]}
    here = {seller_uri(key): name for key, name in _sellers_of(uris).items()}
    return {uri: name for uri, name in (known | here).items() if uri in uris}


def _sellers_of(uris: Collection[str]) -> dict[int, str]:
    """Sellers' URIs do not tell their keys; so all keys are turned into URIs, which is cheap, and few are read."""
    keys = [key for key in Seller.objects.order_by().values_list("pk", flat=True) if seller_uri(key) in uris]
    return dict(Seller.objects.filter(pk__in=keys).order_by().values_list("pk", "name"))


def _of_uris(rows: QuerySet[Any], uris: Collection[str], prefix: str) -> list[Any]:
    records = {key for uri in uris if uri.startswith(_RECORD) and (key := _uuid(uri))}
    values = {uri.removeprefix(prefix) for uri in uris if uri.startswith(prefix)}
    found: list[Any] = []
    for portion in portions([*records, *values]):
        by_key = Q(pk__in=[one for one in portion if isinstance(one, UUID)])
        by_value = Q(scheme=Scheme.GS1, value__in=[one for one in portion if isinstance(one, str)])
        found += rows.filter(by_key | by_value)
    return found


def _uuid(uri: str) -> UUID | None:
    try:
        return UUID(uri.removeprefix(_RECORD))
    except ValueError:
        return None
