"""``suggest_materials``: what a lot was made of, read from the events of its chain, for its seller to confirm.

1. Trace the lot upstream as its seller sees it.
2. The nearest batches of material on each way are its materials, in the quantity that went in.
3. What is behind a batch tells its plots, the time of harvest and the species, where somebody noted them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventField, FieldScope
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.graph.trace import Direction, TraceGraph, trace_graph
from catalog.traceability.identity.lot_name import names_of
from catalog.traceability.identity.place import PlaceKind
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import Lot
from catalog.traceability.materials.set_materials import MOST_MATERIALS, LotMaterialData
from catalog.traceability.own_vocabulary import NAMESPACE
from i18n.today import day_here

KILOGRAMS = {"KGM": Decimal(1), "TNE": Decimal(1000), "GRM": Decimal("0.001")}
CUBIC_METRES = "MTQ"
SPECIES = f"{NAMESPACE}species"
Quantities = dict[str, tuple[Decimal | None, str]]


@dataclass(frozen=True, slots=True)
class _Chain:
    """Batches by URI, and what is behind each thing."""

    batches: dict[str, MaterialBatch]
    sources: Mapping[str, list[str]]
    species: dict[int, str]
    """By event."""
    days: dict[int, date]


def suggest_materials(lot: Lot) -> list[LotMaterialData]:
    """Nothing is stored. Needs ``lot.variant``; a constant number of queries besides those of the trace."""
    uri = lot_uri(lot)
    graph = trace_graph(uri, viewer=Viewer.of_sellers([lot.seller_id]), direction=Direction.UP, names=names_of(lot))
    chain = _chain(lot, graph)
    gone_in = _quantities(graph)
    nearest = dict.fromkeys(_nearest(uri, chain))
    return [_material(chain, one, gone_in.get(one, (None, ""))) for one in list(nearest)[:MOST_MATERIALS]]


def _chain(lot: Lot, graph: TraceGraph) -> _Chain:
    uris = [node.uri for node in graph.nodes if node.uri]
    rows = MaterialBatch.objects.filter(seller_id=lot.seller_id, uri__in=uris).select_related("place", "party")
    batches = {row.uri: row for row in rows}
    events = [row.event_id for row in batches.values() if row.event_id is not None]
    named = EventField.objects.filter(event__in=events, scope=FieldScope.ILMD, path=SPECIES)
    times = EpcisEvent.objects.filter(pk__in=events).values_list("pk", "event_time")
    sources: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        sources[edge.target].append(edge.source)
    return _Chain(
        batches, sources, dict(named.values_list("event_id", "text")), {key: day_here(time) for key, time in times}
    )


def _quantities(graph: TraceGraph) -> Quantities:
    return {edge.source: (edge.quantity, edge.uom) for edge in graph.edges if edge.quantity is not None}


def _nearest(uri: str, chain: _Chain) -> Iterable[str]:
    """The first batch on every way upstream."""
    seen, level = {uri}, list(chain.sources[uri])
    while level:
        one = level.pop(0)
        if one in seen:
            continue
        seen.add(one)
        if one in chain.batches:
            yield one
        else:
            level += chain.sources[one]


def _behind(uri: str, chain: _Chain) -> list[MaterialBatch]:
    """The batch itself and those it was made of."""
    seen: dict[str, None] = {}
    level = [uri]
    while level:
        one = level.pop()
        if one not in seen:
            seen[one] = None
            level += chain.sources[one]
    return [chain.batches[one] for one in seen if one in chain.batches]


def _material(chain: _Chain, uri: str, gone_in: tuple[Decimal | None, str]) -> LotMaterialData:
    batch, behind = chain.batches[uri], _behind(uri, chain)
    quantity, uom = gone_in if gone_in[0] is not None else (batch.quantity, batch.uom)
    grown = [one for one in behind if one.place is not None and one.place.kind == PlaceKind.PLOT]
    days = [chain.days[one.event_id] for one in grown if one.event_id in chain.days]
    species = (chain.species[one.event_id] for one in behind if one.event_id in chain.species)
    return LotMaterialData(
        name=batch.name[:120],
        scientific_name=next(species, "")[:120],
        country=next((one.place.country for one in grown if one.place), ""),
        net_weight_kg=quantity * KILOGRAMS[uom] if quantity is not None and uom in KILOGRAMS else None,
        volume_m3=quantity if uom == CUBIC_METRES else None,
        harvested_from=min(days, default=None),
        harvested_until=max(days, default=None),
        supplier=next((one.party for one in behind if one.party), None),
        supplier_lot=batch.number[:80],
        plots=tuple(dict.fromkeys(one.place for one in grown if one.place)),
    )
