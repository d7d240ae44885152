"""A request as a query of the engine, built from objects: nothing a buyer types is ever parsed as a query language.

Ranking, from strong to weak (disclosed to buyers, see `catalog.search.search_products`): every word must be found; in
the name counts three times, in material, seller or category twice, in the description once; words next to each other in
the name add 4; words with exactly the typed marks in the name add 8.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tantivy import FieldType, Occur, Query, Schema

from catalog.search.analyzer import Group, exact_words, groups
from catalog.search.backends.tantivy.schema import scaled
from catalog.search.request import SearchRequest

_WEIGHTS = (("name", 3.0), ("extra", 2.0), ("body", 1.0))
_Clause = tuple[Occur, Query]


@dataclass(frozen=True, slots=True)
class Leniency:
    """How far a word may be from what is written."""

    prefix: bool = False
    """The last word may be the beginning of one."""
    fuzzy: bool = False
    """Words of four letters or more may have one mistake, of eight or more two."""
    loose: bool = False
    """Of a CJK run, any pair will do."""


STEPS = (Leniency(), Leniency(prefix=True), Leniency(prefix=True, fuzzy=True), Leniency(fuzzy=True, loose=True))
"""Tried in turn until something is found."""


def text_query(schema: Schema, text: str, leniency: Leniency) -> Query | None:
    """``None`` when there is no word in the text."""
    found = groups(text)
    if not found:
        return None
    last = len(found) - 1
    clauses: list[_Clause] = [
        (Occur.Must, _group(schema, group, replace(leniency, prefix=leniency.prefix and place == last)))
        for place, group in enumerate(found)
    ]
    return Query.boolean_query(clauses + _bonuses(schema, text, found))


def filter_clauses(schema: Schema, request: SearchRequest, *, without: str = "") -> list[_Clause]:
    """The request's filters, none of which counts for the rank; ``without`` leaves one facet's own filter out."""
    must = [
        _terms(schema, "channel", [request.channel]),
        _range(schema, "published", None, int(request.now.timestamp())),
    ]
    chosen: dict[str, Iterable[object] | None] = {
        "product": request.product_ids,
        "category": request.categories,
        "seller": request.sellers,
        "craft": request.crafts,
        "hs_code": request.hs_codes,
    }
    must += [_terms(schema, name, values) for name, values in chosen.items() if values is not None and name != without]
    if without != "price" and (request.price_gte is not None or request.price_lte is not None):
        low = None if request.price_gte is None else max(scaled(request.price_gte), 0)
        high = None if request.price_lte is None else max(scaled(request.price_lte), 0)
        must.append(_range(schema, "price", low, high))
    if request.in_stock is not None:
        must.append(Query.term_query(schema, "in_stock", request.in_stock))
    return [(Occur.Must, Query.const_score_query(query, 0.0)) for query in must]


def _terms(schema: Schema, name: str, values: Iterable[object]) -> Query:
    wanted = [str(value) for value in values]
    return Query.term_set_query(schema, name, wanted) if wanted else Query.empty_query()


def _range(schema: Schema, name: str, low: int | None, high: int | None) -> Query:
    return Query.range_query(schema, name, FieldType.Unsigned, low, high)


def _group(schema: Schema, group: Group, leniency: Leniency) -> Query:
    if group.is_cjk and leniency.loose and len(group.tokens) > 1:
        return Query.boolean_query([(Occur.Should, _fields(schema, (token,))) for token in group.tokens])
    alternatives = [_fields(schema, group.tokens)]
    if group.alternative:
        alternatives.append(Query.boost_query(_fields(schema, group.alternative), 0.8))
    (first, *_rest) = group.tokens
    if group.is_cjk and len(first) == 1:
        pattern = f"(.{first}|{first}.)"
        alternatives += [Query.regex_query(schema, name, pattern) for name in ("name", "extra")]
    if not group.is_cjk and leniency.prefix:
        alternatives.append(Query.boost_query(Query.regex_query(schema, "word", f"{first}.*"), 0.5))
    if not group.is_cjk and leniency.fuzzy and len(first) >= 4:
        distance = 2 if len(first) >= 8 else 1
        fuzzy = Query.fuzzy_term_query(schema, "word", first, distance, transposition_cost_one=True)
        alternatives.append(Query.boost_query(fuzzy, 0.3))
    return Query.disjunction_max_query(alternatives, 0.1)


def _fields(schema: Schema, tokens: Sequence[str]) -> Query:
    return Query.disjunction_max_query(
        [Query.boost_query(_words(schema, name, tokens), weight) for name, weight in _WEIGHTS], 0.1
    )


def _words(schema: Schema, name: str, tokens: Sequence[str]) -> Query:
    if len(tokens) == 1:
        return Query.term_query(schema, name, tokens[0])
    return Query.phrase_query(schema, name, list(tokens))


def _bonuses(schema: Schema, text: str, found: Sequence[Group]) -> list[_Clause]:
    plain = [group.tokens[0] for group in found if not group.is_cjk]
    exact = list(exact_words(text))[: len(plain)]
    bonuses: list[_Clause] = []
    if len(plain) > 1:
        bonuses.append((Occur.Should, Query.boost_query(_words(schema, "name", plain), 4.0)))
    if exact and exact != plain:
        bonuses.append((Occur.Should, Query.boost_query(_words(schema, "exact", exact), 8.0)))
    return bonuses
