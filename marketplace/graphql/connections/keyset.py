"""One page of a QuerySet by keyset: the condition ``(keys) > (cursor's keys)``, so page 500 costs what page 1 does.

Unlike an offset, a row that is added or removed meanwhile neither repeats nor hides another one.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from marketplace.graphql.connections.cursor import decode, encode
from marketplace.graphql.connections.keys import Key, with_keys
from marketplace.graphql.connections.window import Slice


@dataclass(frozen=True, slots=True)
class KeysetEdge:
    """A row in its page; its cursor is written when it is selected."""

    node: Any
    keys: list[Key]

    @property
    def cursor(self) -> str:
        return encode([_plain(getattr(self.node, key.name)) for key in self.keys])


class KeysetPage:
    """Rows are read when ``edges`` or ``page_info`` is selected, and counted when ``total_count`` is."""

    def __init__(self, rows: QuerySet[Any], asked: Slice) -> None:
        self._all = rows
        self._asked = asked
        keyed, self._keys = with_keys(rows)
        self._selected = between(keyed, self._keys, asked)

    @cached_property
    def _rows(self) -> tuple[list[Any], bool]:
        """The rows in the list's own order, and whether there is more beyond them."""
        found = list(self._selected[: self._asked.size + 1]) if self._asked.size else []
        more = len(found) > self._asked.size if self._asked.size else self._selected.exists()
        found = found[: self._asked.size]
        return (found[::-1] if self._asked.backward else found), more

    @cached_property
    def edges(self) -> list[KeysetEdge]:
        return [KeysetEdge(row, self._keys) for row in self._rows[0]]

    @property
    def nodes(self) -> list[Any]:
        return self._rows[0]

    @property
    def page_info(self) -> dict[str, Any]:
        asked, (_rows, more) = self._asked, self._rows
        return {
            "has_next_page": asked.before is not None if asked.backward else more,
            "has_previous_page": more if asked.backward else asked.after is not None,
            "start_cursor": self.edges[0].cursor if self.edges else None,
            "end_cursor": self.edges[-1].cursor if self.edges else None,
        }

    @cached_property
    def total_count(self) -> int:
        return self._all.order_by().count()


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int) else str(value)


def between(rows: QuerySet[Any], keys: list[Key], asked: Slice) -> QuerySet[Any]:
    if asked.after is not None:
        rows = rows.filter(beyond(keys, position(keys, asked.after), backward=False))
    if asked.before is not None:
        rows = rows.filter(beyond(keys, position(keys, asked.before), backward=True))
    return rows.order_by(*(key.order(backward=asked.backward) for key in keys))


def position(keys: list[Key], cursor: str) -> list[Any]:
    """The keys' values at the cursor; raises `BadCursor`."""
    return [key.read(part) for key, part in zip(keys, decode(cursor, len(keys)), strict=True)]


def beyond(keys: list[Key], values: list[Any], *, backward: bool) -> Q:
    """Lexicographic order: beyond in the first key, or equal there and beyond in the second, and so on."""
    condition, equal_so_far = Q(pk__in=[]), Q()
    for key, value in zip(keys, values, strict=True):
        past = key.beyond(value, backward=backward)
        if past is not None:
            condition |= equal_so_far & past
        equal_so_far &= key.equal(value)
    return _bound(keys[0], values[0], backward=backward) & condition if len(keys) > 1 else condition


def _bound(key: Key, value: Any, *, backward: bool) -> Q:
    """What follows from the rest, said once more: of a list of alternatives no database finds its place in an index."""
    if key.nullable or value is None:
        return Q()
    return Q(**{f"{key.name}__{'lte' if key.descending != backward else 'gte'}": value})
