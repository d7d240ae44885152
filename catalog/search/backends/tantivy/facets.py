"""How many products each further choice would leave: a facet's own choice doesn't count for its own figures."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from tantivy import Occur, Query, Searcher

from catalog.search.backends.tantivy.filters import Filters
from catalog.search.facet_ranges import LEAD_TIMES, MOQS, RATINGS, priced_ranges, round_ranges
from catalog.search.request import ATTRIBUTE, Facet, FacetValue, Range

_TERMS = ("category", "seller", "craft", "material", "origin", "certificate")
_RANGES = {"lead_time": (LEAD_TIMES, 1), "moq": (MOQS, 1), "rating": (RATINGS, 100)}
_MOST = {"category": 500, "attribute": 500}
MOST_VALUES = 100
MOST_NUMBERS = 8
"""Attributes with numbers that are counted: those that most of the products have."""


def count_facets(
    searcher: Searcher, filters: Filters, text: Query, names: Iterable[str], chosen_attributes: Iterable[str]
) -> tuple[Facet, ...]:
    """The facets asked for, those with nothing to choose included; attributes one by one, the commonest first."""
    counting = _Counting(searcher, filters, text, tuple(names))
    facets: list[Facet] = []
    for name in counting.names:
        if name == "attribute":
            facets += counting.attributes(chosen_attributes)
        else:
            facets.append(Facet(name, counting.values(name)))
    return tuple(facets)


class _Counting:
    """Facets that leave out the same filter share one run over the hits."""

    def __init__(self, searcher: Searcher, filters: Filters, text: Query, names: tuple[str, ...]) -> None:
        self._searcher, self._filters, self._text, self.names = searcher, filters, text, names
        self._first: dict[str, dict[str, Any]] = {}

    def values(self, name: str) -> tuple[FacetValue, ...]:
        if name in _TERMS:
            return _in_order(self._counted(name)[name]["buckets"])
        if name == "price":
            return _prices(self._counted(name)[name]["buckets"])
        ranges, factor = _RANGES[name]
        return _of_ranges(self._counted(name)[name]["buckets"], ranges, factor)

    def _counted(self, name: str) -> dict[str, Any]:
        """All simple facets at once, without the facet's own filter where it has one."""
        left_out = name if name in self._filters.narrowed else ""
        if left_out not in self._first:
            shared = [each for each in self.names if each in _SIMPLE and each not in self._filters.narrowed]
            wanted = {each: _SIMPLE[each] for each in ([name] if left_out else shared)}
            self._first[left_out] = self._run(wanted, left_out)
        return self._first[left_out]

    def _run(self, wanted: dict[str, Any], left_out: str) -> dict[str, Any]:
        query = Query.boolean_query([(Occur.Must, self._text), *self._filters.clauses(without=left_out)])
        found: dict[str, Any] = self._searcher.aggregate(query, wanted)
        return found

    def attributes(self, chosen: Iterable[str]) -> list[Facet]:
        """Values of every attribute of the hits; of a chosen attribute as if nothing were chosen there."""
        found: dict[str, list[FacetValue]] = defaultdict(list)
        numeric: list[str] = []
        narrowed = [slug for slug in dict.fromkeys(chosen) if ATTRIBUTE + slug in self._filters.narrowed]
        for left_out in ("", *narrowed):
            counted = self._run({"attribute": _terms("attribute")}, ATTRIBUTE + left_out if left_out else "")
            for bucket in counted["attribute"]["buckets"]:
                slug, sign, value = _parted(str(bucket["key"]))
                if slug == left_out or (not left_out and slug not in narrowed):
                    if sign == "#":
                        numeric.append(slug)
                    else:
                        found[slug].append(FacetValue(value, bucket["doc_count"]))
        for slug in numeric[:MOST_NUMBERS]:
            found[slug] += self._numbers(slug, ATTRIBUTE + slug if slug in narrowed else "")
        facets = [
            Facet(ATTRIBUTE + slug, tuple(sorted(values, key=lambda v: (-v.count, v.value))))
            for slug, values in found.items()
            if slug not in numeric
        ]
        facets += [Facet(ATTRIBUTE + slug, tuple(found[slug])) for slug in numeric[:MOST_NUMBERS]]
        return sorted(facets, key=lambda facet: (-sum(value.count for value in facet.values), facet.name))

    def _numbers(self, slug: str, left_out: str) -> tuple[FacetValue, ...]:
        path = f"number.{slug}"
        stats = self._run({"stats": {"stats": {"field": path}}}, left_out)["stats"]
        if not stats["count"]:
            return ()
        ranges = round_ranges(Decimal(str(stats["min"])), Decimal(str(stats["max"])))
        if len(ranges) == 1:
            return (FacetValue(str(ranges[0]), int(stats["count"])),)
        counted = self._run({"range": _ranged(path, ranges, float)}, left_out)
        return _of_ranges(counted["range"]["buckets"], ranges, 1)


def _prices(buckets: Iterable[dict[str, Any]]) -> tuple[FacetValue, ...]:
    counts = {int(bucket["key"]): int(bucket["doc_count"]) for bucket in buckets}
    return tuple(FacetValue(str(each), number) for each, number in priced_ranges(counts))


def _terms(name: str) -> dict[str, Any]:
    return {"terms": {"field": name, "size": _MOST.get(name, MOST_VALUES)}}


def _ranged(field: str, ranges: Iterable[Range], number: Any) -> dict[str, Any]:
    ends = [{"from": each.low, "to": each.high} for each in ranges]
    wanted = [{name: number(end) for name, end in each.items() if end is not None} for each in ends]
    return {"range": {"field": field, "ranges": wanted}}


_SIMPLE: dict[str, Any] = {
    **{name: _terms(name) for name in _TERMS},
    **{name: _ranged(name, ranges, lambda end, f=f: float(end * f)) for name, (ranges, f) in _RANGES.items()},
    "price": {"terms": {"field": "price_step", "size": 100}},
}


def _parted(term: str) -> tuple[str, str, str]:
    slug, sign, value = term.partition("=")
    return (slug, sign, value) if sign else (term.removesuffix("#"), "#", "")


def _in_order(buckets: Iterable[dict[str, Any]]) -> tuple[FacetValue, ...]:
    found = [FacetValue(str(bucket["key"]), bucket["doc_count"]) for bucket in buckets]
    return tuple(sorted(found, key=lambda value: (-value.count, value.value)))


def _of_ranges(buckets: Iterable[dict[str, Any]], ranges: Iterable[Range], factor: int) -> tuple[FacetValue, ...]:
    """Ranges in their own order, those without products left out."""
    counts = {(bucket.get("from"), bucket.get("to")): bucket["doc_count"] for bucket in buckets}

    def count(each: Range) -> int:
        low, high = (None if end is None else float(end * factor) for end in (each.low, each.high))
        return int(counts.get((low, high), 0))

    return tuple(FacetValue(str(each), number) for each in ranges if (number := count(each)))
