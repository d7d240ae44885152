"""How many products each further choice would leave: a facet's own choice doesn't count for its own figures.

Everything is counted in one request. Where the ranges of a facet depend on what is found (prices, attributes with
figures), products are counted between all round figures, and the ranges are put together from those.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from elasticsearch.dsl import aggs as a
from elasticsearch.dsl import query as q

from catalog.search.backends.elasticsearch.figures import FIGURES, priced, put_together
from catalog.search.backends.elasticsearch.filters import Chosen, all_but, price_field
from catalog.search.facet_ranges import LEAD_TIMES, MOQS, RATINGS
from catalog.search.request import ATTRIBUTE, Facet, FacetValue, Range, SearchRequest

_TERMS = ("category", "seller", "craft", "material", "origin", "certificate")
_RANGES = {"lead_time": (LEAD_TIMES, 1), "moq": (MOQS, 1), "rating": (RATINGS, 100)}
_MOST = {"category": 500}
MOST_VALUES = 100
MOST_ATTRIBUTE_VALUES = 500
MOST_NUMBERS = 8
"""Attributes with figures that are counted: those that most of the products have."""


def aggregations(asked: SearchRequest, filters: Chosen) -> dict[str, a.Agg[Any]]:
    """What is to be counted besides the hits, each under the filters that count for it."""
    found: dict[str, a.Agg[Any]] = {}
    for name in asked.facets:
        if name == "attribute":
            for slug in ("", *_narrowed(filters)):
                found[ATTRIBUTE + slug] = _under(filters, ATTRIBUTE + slug, _attributes(slug))
        else:
            found[name] = _under(filters, name, _simple(name, asked.channel))
    return found


def read_facets(asked: SearchRequest, filters: Chosen, counted: Mapping[str, Any]) -> tuple[Facet, ...]:
    """The facets asked for, those with nothing to choose included; attributes one by one, the commonest first."""
    facets: list[Facet] = []
    for name in asked.facets:
        if name == "attribute":
            facets += _read_attributes(filters, counted)
        else:
            facets.append(Facet(name, _read(name, counted[name])))
    return tuple(facets)


def _narrowed(filters: Chosen) -> list[str]:
    return [name.removeprefix(ATTRIBUTE) for name in filters if name.startswith(ATTRIBUTE)]


def _under(filters: Chosen, name: str, counting: dict[str, Any]) -> a.Agg[Any]:
    return a.Filter(q.Bool(filter=all_but(filters, name)), aggs=counting)


def _simple(name: str, channel: str) -> dict[str, Any]:
    if name in _TERMS:
        return {"values": a.Terms(field=name, size=_MOST.get(name, MOST_VALUES))}
    if name == "price":
        return {"between": a.Range(field=price_field(channel), ranges=list(FIGURES))}
    ranges, factor = _RANGES[name]
    ends = [{"from": each.low, "to": each.high} for each in ranges]
    return {
        "values": a.Range(
            field=name,
            ranges=[{key: int(end * factor) for key, end in each.items() if end is not None} for each in ends],
        )
    }


def _figures(field: str) -> dict[str, Any]:
    """Figures of which a product may have several, counted by product."""
    between = a.Range(field=field, ranges=list(FIGURES), aggs={"products": a.ReverseNested()})
    return {"least": a.Min(field=field), "most": a.Max(field=field), "between": between}


def _attributes(slug: str) -> dict[str, Any]:
    """Values of all attributes, or of one."""
    of_one: dict[str, Any] = {"include": f"{re.escape(slug)}=.*"} if slug else {}
    only: dict[str, Any] = {"include": [slug]} if slug else {}
    by_slug = a.Terms(field="number.attribute", size=MOST_NUMBERS, aggs=_figures("number.value"), **only)
    return {
        "values": a.Terms(field="attribute", size=MOST_ATTRIBUTE_VALUES, **of_one),
        "numbers": a.Nested(path="number", aggs={"by_slug": by_slug}),
    }


def _read(name: str, counted: Any) -> tuple[FacetValue, ...]:
    if name in _TERMS:
        return _in_order(FacetValue(str(bucket["key"]), bucket["doc_count"]) for bucket in counted["values"]["buckets"])
    if name == "price":
        return priced(counted)
    ranges, factor = _RANGES[name]
    return _of_ranges(counted["values"]["buckets"], ranges, factor)


def _read_attributes(filters: Chosen, counted: Mapping[str, Any]) -> list[Facet]:
    narrowed, facets = _narrowed(filters), list[Facet]()
    for left_out in ("", *narrowed):
        found = counted[ATTRIBUTE + left_out]
        values: dict[str, list[FacetValue]] = {}
        for bucket in found["values"]["buckets"]:
            slug, _sign, value = str(bucket["key"]).partition("=")
            values.setdefault(slug, []).append(FacetValue(value, bucket["doc_count"]))
        both = [(slug, _in_order(each)) for slug, each in values.items()]
        for bucket in found["numbers"]["by_slug"]["buckets"]:
            both.append((str(bucket["key"]), put_together(bucket)))
        facets += [
            Facet(ATTRIBUTE + slug, each)
            for slug, each in both
            if slug == left_out or (not left_out and slug not in narrowed)
        ]
    return sorted(facets, key=lambda facet: (-sum(value.count for value in facet.values), facet.name))


def _in_order(values: Iterable[FacetValue]) -> tuple[FacetValue, ...]:
    return tuple(sorted(values, key=lambda value: (-value.count, value.value)))


def _of_ranges(buckets: Iterable[Any], ranges: Iterable[Range], factor: int) -> tuple[FacetValue, ...]:
    """Ranges in their own order, those without products left out."""
    counts = {(bucket.get("from"), bucket.get("to")): bucket["doc_count"] for bucket in buckets}

    def count(each: Range) -> int:
        low, high = (None if end is None else float(end * factor) for end in (each.low, each.high))
        return int(counts.get((low, high), 0))

    return tuple(FacetValue(str(each), number) for each in ranges if (number := count(each)))
