"""How many products each further choice would leave: a facet's own choice doesn't count for its own figures."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

from tantivy import Occur, Query, Schema, Searcher

from catalog.search.backends.tantivy.query import filter_clauses
from catalog.search.backends.tantivy.schema import scaled, unscaled
from catalog.search.request import Facet, FacetValue, SearchRequest

MOST_VALUES = 50
_TERMS = ("category", "seller", "craft")
_STEPS = (Decimal(1), Decimal(2), Decimal(5))


def count_facets(searcher: Searcher, schema: Schema, request: SearchRequest, text: Query) -> tuple[Facet, ...]:
    """Category, seller, craft and price."""
    facets = []
    for name in _TERMS:
        terms = {"terms": {"field": name, "size": MOST_VALUES}}
        buckets = searcher.aggregate(_without(schema, request, text, name), {name: terms})[name]["buckets"]
        facets.append(Facet(name, tuple(FacetValue(str(b["key"]), b["doc_count"]) for b in buckets)))
    return (*facets, Facet("price", _prices(searcher, _without(schema, request, text, "price"))))


def _without(schema: Schema, request: SearchRequest, text: Query, name: str) -> Query:
    return Query.boolean_query([(Occur.Must, text), *filter_clauses(schema, request, without=name)])


def _prices(searcher: Searcher, query: Query) -> tuple[FacetValue, ...]:
    stats = searcher.aggregate(query, {"stats": {"stats": {"field": "price"}}})["stats"]
    if not stats["count"]:
        return ()
    bounds = round_bounds(unscaled(stats["min"]), unscaled(stats["max"]))
    edges: list[Decimal | None] = [None, *bounds, None]
    ranges = [_range(low, high) for low, high in pairwise(edges)]
    if not bounds:
        return (FacetValue("..", int(stats["count"])),)
    buckets = searcher.aggregate(query, {"price": {"range": {"field": "price", "ranges": ranges}}})["price"]["buckets"]
    counts = {(b.get("from"), b.get("to")): b["doc_count"] for b in buckets}
    found = [(r, counts.get((r.get("from"), r.get("to")), 0)) for r in ranges]
    return tuple(FacetValue(_label(r), count) for r, count in found if count)


def round_bounds(low: Decimal, high: Decimal, most: int = 4) -> list[Decimal]:
    """Round figures (1, 2, 5, 10, 20, 50 …) strictly between the two, at most ``most`` of them, evenly picked."""
    figures = [step.scaleb(power) for power in range(-4, 14) for step in _STEPS]
    between = [figure for figure in figures if low < figure < high]
    if len(between) <= most:
        return between
    return [between[round(place * (len(between) - 1) / (most - 1))] for place in range(most)]


def _range(low: Decimal | None, high: Decimal | None) -> dict[str, Any]:
    ends = {"from": low, "to": high}
    return {name: float(scaled(end)) for name, end in ends.items() if end is not None}


def _label(ends: dict[str, Any]) -> str:
    low, high = (f"{unscaled(ends[name]).normalize():f}" if name in ends else "" for name in ("from", "to"))
    return f"{low}..{high}"
