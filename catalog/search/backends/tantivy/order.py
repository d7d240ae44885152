"""Pages of an order that is stable to any depth.

Every hit has a key that no other hit of the order has: for the orders by a field a text that ends in the product's id
(`entries.order_key`), for relevance the score, which the index weighs by up to two thousandths in favour of what was
entered first, so that few are equal, and then the id. A page after a place is read by collecting as
many of the best hits as the place says were before it, and some more; those whose key does not lie beyond the place's
are passed over. So

- a hit whose own key stays is neither repeated nor left out, whatever is written between two pages: what is inserted
  before the place shifts nothing, since not positions but keys are compared;
- by relevance, a write can change other products' scores a little (the words' frequencies change with it), so a product
  whose score moves across the place may be met twice or not at all. Without a write it cannot;
- a page costs time in proportion to its depth: about a millisecond for each 3,000 hits before it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tantivy import Order, Query, Searcher

from catalog.search.backends.tantivy.schema import in_language
from catalog.search.request import BadPlace, Hit, Place, SearchRequest, Sort

_SPARE = 8
_GROW = 4
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Ordering:
    """How hits are ordered: by a field's text, or with ``field`` ``None`` by score. ``kind`` marks its places."""

    kind: str
    field: str | None
    descending: bool

    def beyond(self, key: Key, place: Key) -> bool:
        return key < place if self.descending else key > place


def ordering_of(request: SearchRequest) -> Ordering:
    """By relevance without any words is newest first."""
    sort, down = request.sort, request.descending
    if sort is Sort.RANK:
        return Ordering("rank", None, False) if request.text else Ordering("created", "created", True)
    fields = {
        Sort.PRICE: "price_down" if down else "price_up",
        Sort.RATING: "rating_down" if down else "rating_up",
        Sort.CREATED: "created",
        Sort.LAST_MODIFIED: "updated",
        Sort.NAME: in_language("by_name", request.language),
    }
    return Ordering(fields[sort] + (" down" if down else ""), fields[sort], down)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place, read: the step of leniency that found it, its key, and how many hits stood before it."""

    step: int
    key: Key
    position: int


def read_place(place: Place, ordering: Ordering) -> Mark:
    """Raises `BadPlace`."""
    kinds = (str, int, int, float, int) if ordering.field is None else (str, int, int, str, int)
    fits = len(place) == len(kinds) and all(
        isinstance(part, (kind, int) if kind is float else kind) and not isinstance(part, bool)
        for part, kind in zip(place, kinds, strict=True)
    )
    if not fits or place[0] != ordering.kind:
        raise BadPlace
    _kind, step, position, first, product_id = place
    if not (isinstance(step, int) and isinstance(position, int) and 0 <= step < 10 and 0 <= position < 10**9):
        raise BadPlace
    return Mark(step, (first, product_id), position)


@dataclass(frozen=True, slots=True)
class Selection:
    hits: tuple[Hit, ...]
    total: int
    has_more: bool


def select(
    searcher: Searcher,
    query: Query,
    *,
    ordering: Ordering,
    step: int,
    limit: int,
    after: Mark | None,
    before: Mark | None,
) -> Selection:
    """The ``limit`` hits after or before a place, or the first ones."""
    mark = before or after
    depth = (mark.position if mark else 0) + (0 if before else limit) + _SPARE
    while True:
        found, total = _collect(searcher, query, ordering, depth)
        whole = depth >= total
        reliable = found if whole else _without_last_tie(found, ordering)
        window = _window(reliable, ordering, limit, after, before)
        if whole or _suffices(window, reliable, limit, before):
            break
        depth *= _GROW
    start, end, more = window
    hits = tuple(
        Hit(product_id, (ordering.kind, step, start + place, *key))
        for place, (key, product_id) in enumerate(reliable[start:end])
    )
    return Selection(hits, total, more)


_Found = list[tuple[Key, int]]


def _collect(searcher: Searcher, query: Query, ordering: Ordering, depth: int) -> tuple[_Found, int]:
    """The best hits with their keys and product ids, in order, and how many there are in all."""
    if ordering.field is None:
        result = searcher.search(query, depth, count=True, weight_by_field="precedence")
        ids = searcher.fast_field_values("id", [address for _score, address in result.hits])
        found = [
            ((-score, int(str(product_id))), int(str(product_id)))
            for (score, _address), product_id in zip(result.hits, ids, strict=True)
        ]
        return sorted(found), _count(result)
    order = Order.Desc if ordering.descending else Order.Asc
    result = searcher.search(query, depth, count=True, order_by_field=ordering.field, order=order)
    return [((key, int(key[-12:])), int(key[-12:])) for key, _address in result.hits], _count(result)


def _count(result: Any) -> int:
    return result.count or 0


def _without_last_tie(found: _Found, ordering: Ordering) -> _Found:
    """Of equal scores at the end some may be missing, so none of them is taken; keys of fields have no ties."""
    if ordering.field is not None or not found:
        return found
    last = found[-1][0][0]
    return [each for each in found if each[0][0] < last]


def _window(
    found: _Found, ordering: Ordering, limit: int, after: Mark | None, before: Mark | None
) -> tuple[int, int, bool]:
    """Start and end of the page within what was found, and whether there is more in the direction read."""
    if before is not None:
        end = _first(found, lambda key: key == before.key or ordering.beyond(key, before.key))
        start = max(0, end - limit)
        return start, end, start > 0
    start = 0 if after is None else _first(found, lambda key: ordering.beyond(key, after.key))
    end = min(start + limit, len(found))
    return start, end, len(found) > end


def _first(found: _Found, holds: Callable[[Key], bool]) -> int:
    """The list is in order, so that what holds for one key holds for all after it."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if holds(found[middle][0]):
            high = middle
        else:
            low = middle + 1
    return low


def _suffices(window: tuple[int, int, bool], found: _Found, limit: int, before: Mark | None) -> bool:
    """Whether nothing that was not collected could belong to the page."""
    _start, end, more = window
    return end < len(found) if before is not None else more or limit == 0
