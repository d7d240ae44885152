"""Pages of a list that is asked for often: a `KeysetPage` whose SQL is written once for each form of page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from marketplace.graphql.connections.counted import counted
from marketplace.graphql.connections.keys import Key, with_keys
from marketplace.graphql.connections.keyset import KeysetPage, beyond, position
from marketplace.graphql.connections.window import Slice
from marketplace.written_once import WrittenOnce


@dataclass(frozen=True, slots=True)
class _Form:
    """What is part of the statement itself."""

    limit: int
    backward: bool
    after: int
    """How many keys the cursor has; 0 without one."""
    before: int


class WrittenList:
    """``build(**values)`` gives the list's QuerySet; what it may do with its values is said by `WrittenOnce`."""

    def __init__(self, build: Callable[..., "QuerySet[Any]"]) -> None:
        self.build = build
        self._read: WrittenOnce[Any] = WrittenOnce(self._rows)
        self._keys: list[Key] | None = None

    def page(self, asked: Slice, kind: "type[WrittenPage] | None" = None, **values: Any) -> "WrittenPage":
        """Raises `BadCursor`."""
        if self._keys is None:
            self._keys = with_keys(self.build(**values))[1]
        return (kind or WrittenPage)(self, self._keys, asked, values)

    def rows(self, keys: list[Key], asked: Slice, limit: int, values: dict[str, Any]) -> list[Any]:
        after, before = _position(keys, asked.after, "after"), _position(keys, asked.before, "before")
        form = _Form(limit, asked.backward, len(after), len(before))
        return self._read(form=form, **after, **before, **values)

    def _rows(self, form: _Form, **values: Any) -> "QuerySet[Any]":
        after = [values.pop(f"after{place}") for place in range(form.after)]
        before = [values.pop(f"before{place}") for place in range(form.before)]
        rows, keys = with_keys(self.build(**values))
        if after:
            rows = rows.filter(beyond(keys, after, backward=False))
        if before:
            rows = rows.filter(beyond(keys, before, backward=True))
        return rows.order_by(*(key.order(backward=form.backward) for key in keys))[: form.limit]


def _position(keys: list[Key], cursor: str | None, name: str) -> dict[str, Any]:
    if cursor is None:
        return {}
    return {f"{name}{place}": value for place, value in enumerate(position(keys, cursor))}


class WrittenPage(KeysetPage):
    def __init__(self, source: WrittenList, keys: list[Key], asked: Slice, values: dict[str, Any]) -> None:
        self.source, self.values = source, values
        self._keys, self._asked = keys, asked
        for cursor in filter(None, (asked.after, asked.before)):
            _position(keys, cursor, "")  # refused here, as any page does, and not where its rows are read

    @cached_property
    def _rows(self) -> tuple[list[Any], bool]:
        size = self._asked.size
        found = self.source.rows(self._keys, self._asked, size + 1, self.values)
        page = found[:size]
        return (page[::-1] if self._asked.backward else page), len(found) > size

    @cached_property
    def total_count(self) -> int:
        wanted = sorted((name, value) for name, value in self.values.items() if not isinstance(value, datetime))
        return counted(self.source.build(**self.values), key=f"{self.source.build.__module__}{wanted}")
