"""Orders and the places in them. Every order ends in the product's id, so that no two hits have the same place."""

import math
from dataclasses import dataclass
from typing import Any

from catalog.search.backends.elasticsearch.filters import price_field
from catalog.search.request import BadPlace, Place, SearchRequest, Sort

_LONGEST = 400
_LARGEST = 2**63


@dataclass(frozen=True, slots=True)
class Ordering:
    """By a field, or with ``field`` ``None`` by relevance. ``kind`` marks its places."""

    kind: str
    field: str | None
    descending: bool

    def sort(self, *, backwards: bool = False) -> list[dict[str, Any]]:
        """As the server is asked; backwards for the hits before a place, nearest first."""
        down = self.descending != backwards
        way = "desc" if down else "asc"
        if self.field is None:
            return [{"_score": {"order": way}}, {"id": {"order": "asc" if down else "desc"}}]
        missing = "_first" if backwards else "_last"
        kind = {} if self.field.startswith("by_name.") else {"unmapped_type": "long"}
        return [{self.field: {"order": way, "missing": missing, **kind}}, {"id": {"order": way}}]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place, read: the step of leniency that found it, and the values that it is sorted by."""

    step: int
    values: list[Any]


def ordering_of(asked: SearchRequest, *, languages: frozenset[str]) -> Ordering:
    """By relevance without any words is newest first; names of an unknown language sort as English ones do."""
    if asked.sort is Sort.RANK:
        return Ordering("rank", None, True) if asked.text else Ordering("created down", "created", True)
    fields = {
        Sort.PRICE: price_field(asked.channel),
        Sort.RATING: "rating",
        Sort.CREATED: "created",
        Sort.LAST_MODIFIED: "updated",
        Sort.NAME: f"by_name.{asked.language if asked.language in languages else 'en'}",
    }
    field, down = fields[asked.sort], asked.descending
    return Ordering(f"{field} down" if down else field, field, down)


def place(ordering: Ordering, step: int, values: list[Any]) -> Place:
    return (ordering.kind, step, *values)


def read_place(stated: Place, ordering: Ordering, *, steps: int) -> Mark:
    """Raises `BadPlace`."""
    if len(stated) != 4 or stated[0] != ordering.kind or not _is_whole(stated[1]) or not 0 <= int(stated[1]) < steps:
        raise BadPlace
    value, product_id = stated[2:]
    text = ordering.field is not None and ordering.field.startswith("by_name.")
    fits = (isinstance(value, str) and len(value) <= _LONGEST) if text else _is_number(value, ordering.field is None)
    if not fits or not _is_whole(product_id):
        raise BadPlace
    return Mark(int(stated[1]), [value, product_id])


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -_LARGEST <= value < _LARGEST


def _is_number(value: object, may_be_broken: bool) -> bool:
    return _is_whole(value) or (may_be_broken and isinstance(value, float) and math.isfinite(value))
