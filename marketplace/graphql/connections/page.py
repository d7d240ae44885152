"""One page of a list that something else has cut: a search engine's hits, or a small list in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from marketplace.graphql.connections.cursor import BadCursor, decode, encode
from marketplace.graphql.connections.window import BadPagination, Slice, read_slice
from marketplace.graphql.errors import _

DEEPEST = 10_000
"""How far into a ranked list a client may page; what search engines can rank at a bearable price."""


@dataclass(frozen=True, slots=True)
class Window:
    """Skip ``offset`` elements, then take ``limit``."""

    offset: int
    limit: int


def page_window(**arguments: Any) -> Window:
    """The window that ``first``, ``last``, ``after`` and ``before`` ask for.

    ``last`` needs ``before``, for the end of a ranked list is not known before it is read.
    Raises `BadPagination` or `BadCursor`.
    """
    asked = read_slice(**arguments)
    start = 0 if asked.after is None else _position(asked.after) + 1
    if asked.backward:
        if asked.before is None:
            raise BadPagination(_("In this list, last needs before."))
        end = _position(asked.before)
        start = max(start, end - asked.size)
    else:
        end = start + asked.size
        if asked.before is not None:
            end = min(end, _position(asked.before))
    if start > DEEPEST:
        raise BadPagination(_("This list can be read as far as element %(deepest)s."), {"deepest": DEEPEST})
    return Window(offset=start, limit=max(0, end - start))


def _position(cursor: str) -> int:
    kind, position = decode(cursor, 2)
    if kind != "at" or not isinstance(position, int) or isinstance(position, bool) or not 0 <= position < 2**31:
        raise BadCursor
    return position


@dataclass(frozen=True)
class Page:
    """``items`` are the elements from ``offset`` on, of ``total`` in all (``None`` when nobody has counted).

    ``has_next`` is for those who do not know the total. ``extra`` answers further fields of the connection's type
    by their Python names, such as ``{"facets": [...]}``.
    """

    items: Sequence[Any]
    total: int | None = None
    offset: int = 0
    has_next: bool | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    window = staticmethod(page_window)

    @property
    def edges(self) -> list[dict[str, Any]]:
        return [
            {"node": item, "cursor": encode(["at", position])} for position, item in enumerate(self.items, self.offset)
        ]

    @property
    def nodes(self) -> list[Any]:
        return list(self.items)

    @property
    def page_info(self) -> dict[str, Any]:
        end = self.offset + len(self.items)
        more = self.has_next if self.has_next is not None else self.total is not None and end < self.total
        return {
            "has_next_page": more,
            "has_previous_page": self.offset > 0,
            "start_cursor": encode(["at", self.offset]) if self.items else None,
            "end_cursor": encode(["at", end - 1]) if self.items else None,
        }

    @property
    def total_count(self) -> int | None:
        return self.total

    def __getattr__(self, name: str) -> Any:
        extra = self.__dict__.get("extra") or {}
        if name in extra:
            return extra[name]
        raise AttributeError(name)


def page_of_list(items: Sequence[Any], asked: Slice) -> Page:
    """Cut a list that is wholly in memory."""
    start = 0 if asked.after is None else min(_position(asked.after) + 1, len(items))
    end = len(items) if asked.before is None else min(_position(asked.before), len(items))
    if asked.backward:
        start = max(start, end - asked.size)
    else:
        end = min(end, start + asked.size)
    return Page(items=items[start : max(start, end)], total=len(items), offset=start)
