"""A request's filters as queries, none of which counts for the rank."""

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_CEILING, Decimal
from functools import partial
from typing import Any

from elasticsearch.dsl import query as q
from elasticsearch.dsl.query import Query

from catalog.search.backends.elasticsearch.source import scaled, scaled_up
from catalog.search.codes import code_key, gtin_key, hs_key
from catalog.search.request import ATTRIBUTE, AttributeFilter, Range, SearchRequest

Chosen = dict[str, list[Query]]
"""By the name of the facet that the filter belongs to."""
_TERMS: tuple[tuple[str, Callable[[SearchRequest], Sequence[object] | None]], ...] = (
    ("category", lambda asked: asked.categories),
    ("seller", lambda asked: asked.sellers),
    ("craft", lambda asked: asked.crafts),
    ("material", lambda asked: asked.materials),
    ("origin", lambda asked: asked.origins),
    ("certificate", lambda asked: asked.certificates),
)
_RANGES: tuple[tuple[str, Callable[[SearchRequest], Sequence[Range] | None], int], ...] = (
    ("lead_time", lambda asked: asked.lead_times, 1),
    ("moq", lambda asked: asked.moqs, 1),
    ("rating", lambda asked: asked.ratings, 100),
)
_LARGEST = 2**31 - 1


def price_field(channel: str) -> str:
    return f"offers.{channel}.price"


def always(asked: SearchRequest) -> list[Query]:
    """What every hit has to fulfil, and what no facet is shown of."""
    now = int(asked.now.timestamp())
    found: list[Query] = [
        q.Range(f"offers.{asked.channel}.shown_from", {"lte": now}),
        q.Range(f"offers.{asked.channel}.shown_until", {"gt": now}),
    ]
    if asked.in_stock is not None:
        found.append(q.Term("in_stock", {"value": asked.in_stock}))
    if asked.product_ids is not None:
        found.append(_any_of("id", asked.product_ids))
    if asked.hs_codes is not None:
        found.append(_any_of("hs_code", _keys(asked.hs_codes, hs_key)))
    if asked.skus is not None:
        found.append(_any_of("code", _keys(asked.skus, code_key, "s:")))
    if asked.gtins is not None:
        found.append(_any_of("code", _keys(asked.gtins, gtin_key, "g:")))
    return found


def chosen(asked: SearchRequest) -> Chosen:
    found: Chosen = {}
    for name, read in _TERMS:
        values = read(asked)
        if values is not None:
            found[name] = [_any_of(name, [str(value) for value in values])]
    for name, read_ranges, factor in _RANGES:
        ranges = read_ranges(asked)
        if ranges is not None:
            found[name] = [_any_range(name, ranges, partial(_whole, factor=factor))]
    prices = _prices(asked)
    if prices:
        found["price"] = prices
    for attribute in asked.attributes or ():
        found.setdefault(ATTRIBUTE + attribute.slug, []).extend(_attribute(attribute))
    return found


def all_but(filters: Chosen, name: str = "") -> list[Query]:
    return [query for each, queries in filters.items() if each != name for query in queries]


def _prices(asked: SearchRequest) -> list[Query]:
    field, found = price_field(asked.channel), list[Query]()
    if asked.price_ranges is not None:
        found.append(_any_range(field, asked.price_ranges, scaled_up))
    ends = {}
    if asked.price_gte is not None:
        ends["gte"] = scaled_up(asked.price_gte)
    if asked.price_lte is not None:
        ends["lte"] = scaled(asked.price_lte)
    return [*found, q.Range(field, ends)] if ends else found


def _attribute(asked: AttributeFilter) -> list[Query]:
    found: list[Query] = []
    if asked.values is not None:
        found.append(_any_of("attribute", [f"{asked.slug}={value}" for value in asked.values]))
    ends = {}
    if asked.gte is not None:
        ends["gte"] = scaled_up(asked.gte)
    if asked.lte is not None:
        ends["lte"] = scaled(asked.lte)
    if ends:
        of_it = q.Term("number.attribute", {"value": asked.slug})
        found.append(q.Nested(path="number", query=q.Bool(filter=[of_it, q.Range("number.value", ends)])))
    return found


def _any_of(field: str, values: Iterable[object]) -> Query:
    wanted: Any = list(values)
    return q.Terms(field, wanted) if wanted else q.MatchNone()


def _keys(codes: Iterable[str], key: Callable[[str], str], prefix: str = "") -> list[str]:
    return [prefix + found for code in codes if (found := key(code))]


def _any_range(field: str, ranges: Iterable[Range], number: Callable[[Decimal], int]) -> Query:
    """Half-open ranges of whole numbers, of which the ends may lie between two."""
    wanted: list[Query] = []
    for each in ranges:
        ends = {"gte": each.low, "lt": each.high}
        wanted.append(q.Range(field, {name: number(end) for name, end in ends.items() if end is not None}))
    return q.Bool(should=wanted, minimum_should_match=1) if wanted else q.MatchNone()


def _whole(number: Decimal, *, factor: int) -> int:
    """The next whole number up, within what the field can hold."""
    return min(max(int((number * factor).to_integral_value(ROUND_CEILING)), -_LARGEST), _LARGEST)
