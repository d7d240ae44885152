"""A request's filters as clauses of the engine, none of which counts for the rank."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from tantivy import FieldType, Index, Occur, Query, Schema, Searcher

from catalog.search.backends.tantivy.entries import scaled
from catalog.search.codes import code_key, gtin_key, hs_key
from catalog.search.request import ATTRIBUTE, AttributeFilter, Range, SearchRequest

Clause = tuple[Occur, Query]
_TERMS: tuple[tuple[str, str, Callable[[SearchRequest], Sequence[object] | None]], ...] = (
    ("product", "product", lambda asked: asked.product_ids),
    ("category", "category", lambda asked: asked.categories),
    ("seller", "seller", lambda asked: asked.sellers),
    ("craft", "craft", lambda asked: asked.crafts),
    ("material", "material", lambda asked: asked.materials),
    ("origin", "origin", lambda asked: asked.origins),
    ("certificate", "certificate", lambda asked: asked.certificates),
    ("hs_code", "hs_code", lambda asked: _keys(asked.hs_codes, hs_key)),
    ("sku", "code", lambda asked: _keys(asked.skus, code_key, "s:")),
    ("gtin", "code", lambda asked: _keys(asked.gtins, gtin_key, "g:")),
)
_RANGES: tuple[tuple[str, str, Callable[[SearchRequest], Sequence[Range] | None], Callable[[Decimal], int]], ...] = (
    ("price", "price", lambda asked: asked.price_ranges, scaled),
    ("lead_time", "lead_time", lambda asked: asked.lead_times, lambda number: whole(number)),
    ("moq", "moq", lambda asked: asked.moqs, lambda number: whole(number)),
    ("rating", "rating", lambda asked: asked.ratings, lambda number: whole(number * 100)),
)


class Filters:
    """The clauses of one request."""

    def __init__(self, index: Index, searcher: Searcher, request: SearchRequest) -> None:
        self._index, self._schema, self._request = index, index.schema, request
        self._has_windows = searcher.doc_freq("timed", True) > 0
        self._own = self._chosen()

    @property
    def narrowed(self) -> set[str]:
        """Names of the facets whose own filter is set."""
        return set(self._own)

    def clauses(self, *, without: str = "") -> list[Clause]:
        """``without`` leaves one facet's own filter out."""
        must = [Query.term_query(self._schema, "channel", self._request.channel)]
        must += [query for name, queries in self._own.items() if name != without for query in queries]
        if self._request.in_stock is not None:
            must.append(Query.term_query(self._schema, "in_stock", self._request.in_stock))
        found = [(Occur.Must, Query.const_score_query(query, 0.0)) for query in must]
        return [*found, (Occur.MustNot, self._not_now())] if self._has_windows else found

    def _not_now(self) -> Query:
        """Not yet shown, or not any more."""
        now = int(self._request.now.timestamp())
        outside = [_range(self._schema, "published", now + 1, None), _range(self._schema, "until", None, now)]
        timed = Query.term_query(self._schema, "timed", True)
        either = Query.boolean_query([(Occur.Should, each) for each in outside])
        return Query.boolean_query([(Occur.Must, timed), (Occur.Must, either)])

    def _chosen(self) -> dict[str, list[Query]]:
        asked, chosen = self._request, dict[str, list[Query]]()
        for name, field, read in _TERMS:
            values = read(asked)
            if values is not None:
                chosen.setdefault(name, []).append(terms(self._schema, field, values))
        for name, field, read_ranges, number in _RANGES:
            ranges = read_ranges(asked)
            if ranges is not None:
                chosen.setdefault(name, []).append(_any_range(self._schema, field, ranges, number))
        if asked.price_gte is not None or asked.price_lte is not None:
            low, high = (None if end is None else scaled(end) for end in (asked.price_gte, asked.price_lte))
            chosen.setdefault("price", []).append(_range(self._schema, "price", low, high))
        for attribute in asked.attributes or ():
            chosen.setdefault(ATTRIBUTE + attribute.slug, []).extend(self._attribute(attribute))
        return chosen

    def _attribute(self, asked: AttributeFilter) -> list[Query]:
        found = []
        if asked.values is not None:
            found.append(terms(self._schema, "attribute", [f"{asked.slug}={value}" for value in asked.values]))
        if asked.gte is not None or asked.lte is not None:
            found.append(self._number(asked))
        return found

    def _number(self, asked: AttributeFilter) -> Query:
        """The engine's Python binding has no ranges within JSON but by its query language.

        Only figures of our own and slugs, which have no sign that means anything there, are written in it.
        """
        if not asked.slug.replace("-", "").replace("_", "").isalnum():
            return Query.empty_query()
        low, high = ("*" if end is None else f"{float(end):f}" for end in (asked.gte, asked.lte))
        path = asked.slug.replace("-", "\\-")
        return self._index.parse_query(f"number.{path}:[{low} TO {high}]")


def terms(schema: Schema, name: str, values: Iterable[object]) -> Query:
    wanted = [str(value) for value in values]
    return Query.term_set_query(schema, name, wanted) if wanted else Query.empty_query()


def whole(number: Decimal) -> int:
    """The next whole number up, within what the index can hold."""
    return min(max(int(number.to_integral_value("ROUND_CEILING")), 0), 2**40)


def _keys(codes: Sequence[str] | None, key: Callable[[str], str], prefix: str = "") -> list[str] | None:
    return None if codes is None else [prefix + found for code in codes if (found := key(code))]


def _any_range(schema: Schema, field: str, ranges: Sequence[Range], number: Callable[[Decimal], int]) -> Query:
    """Half-open ranges of whole numbers, of which ``low`` and ``high`` may lie between two."""
    found = []
    for each in ranges:
        low, high = (None if end is None else number(end) for end in (each.low, each.high))
        if high == 0:
            continue
        found.append((Occur.Should, _range(schema, field, low or 0, None if high is None else high - 1)))
    return Query.boolean_query(found) if found else Query.empty_query()


def _range(schema: Schema, name: str, low: int | None, high: int | None) -> Query:
    if low is not None and high is not None and low > high:
        return Query.empty_query()
    return Query.range_query(schema, name, FieldType.Unsigned, low, high)
