"""Facts about the Python type of a value, asked once per type instead of once per value.

`set(map(type, column))` runs in C; whatever has to be decided per value can then be decided for the few types found.
"""

from collections.abc import Awaitable, Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

NULL: Final = 1  # None
TROUBLE: Final = 2  # an exception, an awaitable or an earlier failure: must be looked at one by one

_NOT_LISTS = (bytes, bytearray, memoryview, str, Mapping)


class Failed:
    """Stands in the tree of results where a value could not be had.

    `partial` holds the completed items of a list whose iteration broke off: errors among them count as well.
    """

    __slots__ = ("error", "partial")

    def __init__(self, error: Exception, partial: list[Any] | None = None) -> None:
        self.error = error
        self.partial = partial


@lru_cache(maxsize=4096)
def traits(kind: type) -> int:
    """NULL, TROUBLE or 0."""
    if kind is type(None):
        return NULL
    if kind is Failed or issubclass(kind, Exception) or issubclass(kind, Awaitable):
        return TROUBLE
    return 0


def joined_traits(kinds: Iterable[type]) -> int:
    """The traits of all types met in a column."""
    found = 0
    for kind in kinds:
        found |= traits(kind)
    return found


@lru_cache(maxsize=4096)
def is_list_kind(kind: type) -> bool:
    """Whether GraphQL may read values of this type as a list: anything iterable but text, bytes and mappings."""
    return issubclass(kind, Iterable) and not issubclass(kind, _NOT_LISTS)


@lru_cache(maxsize=4096)
def is_mapping_kind(kind: type) -> bool:
    return issubclass(kind, Mapping)


@lru_cache(maxsize=4096)
def is_callable_kind(kind: type) -> bool:
    return any("__call__" in ancestor.__dict__ for ancestor in kind.__mro__)
