"""Where a level's objects stand in the response. Worked out only when somebody asks (`info.path`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graphql.pyutils import Path


class Places:
    """The response paths of a column of values. This one is the root's: a single value without a path."""

    __slots__ = ()

    def at(self, _index: int) -> Path | None:
        """The path of one value of the column."""
        return None

    def all(self) -> Sequence[Path | None]:
        """The paths of all values, in order."""
        return [None]

    def below(self, key: str, type_name: str) -> Places:
        """Of a field of these objects."""
        return _Fields(self, key, type_name)

    def picked(self, indexes: Sequence[int]) -> Places:
        """Of some of these values."""
        return _Picked(self, indexes)

    def items(self, lists: Sequence[Sequence[Any]]) -> Places:
        """Of the items of these lists, one after the other."""
        return _Items(self, lists)


class _Fields(Places):
    __slots__ = ("_above", "_key", "_type_name")

    def __init__(self, above: Places, key: str, type_name: str) -> None:
        self._above = above
        self._key = key
        self._type_name = type_name

    def at(self, index: int) -> Path | None:
        return Path(self._above.at(index), self._key, self._type_name)

    def all(self) -> Sequence[Path | None]:
        return [Path(path, self._key, self._type_name) for path in self._above.all()]


class _Picked(Places):
    __slots__ = ("_above", "_indexes")

    def __init__(self, above: Places, indexes: Sequence[int]) -> None:
        self._above = above
        self._indexes = indexes

    def at(self, index: int) -> Path | None:
        return self._above.at(self._indexes[index])

    def all(self) -> Sequence[Path | None]:
        paths = self._above.all()
        return [paths[index] for index in self._indexes]


class _Items(Places):
    __slots__ = ("_above", "_lists")

    def __init__(self, above: Places, lists: Sequence[Sequence[Any]]) -> None:
        self._above = above
        self._lists = lists

    def at(self, index: int) -> Path | None:
        for number, items in enumerate(self._lists):
            if index < len(items):
                return Path(self._above.at(number), index, None)
            index -= len(items)
        raise IndexError(index)

    def all(self) -> Sequence[Path | None]:
        lists = zip(self._above.all(), self._lists, strict=True)
        return [Path(path, index, None) for path, items in lists for index in range(len(items))]


ROOT = Places()
