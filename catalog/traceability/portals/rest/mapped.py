"""``mapped``: the record under the portal's own names of fields.

``{"tenHang": "product.name", "congDoan[].ten": "stages[].name"}`` makes of the record
``{"tenHang": …, "congDoan": [{"ten": …}, …]}``. Without any names the record goes as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from catalog.traceability.portals.portal import Record

MOST = 100
LONGEST = 200
_NAME = re.compile(r"[^\W.\[\]][^.\[\]\s]*(?:\.[^\W.\[\]][^.\[\]\s]*)*")
EACH = "[]"


class BadMapping(ValueError):
    """``line`` cannot be: a name that is none, or a list on one side alone."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Raises `BadMapping`."""
    if len(mapping) > MOST:
        raise BadMapping(str(len(mapping)))
    for theirs, ours in mapping.items():
        sides = [side.split(f"{EACH}.") for side in (theirs, ours)]
        known = all(_NAME.fullmatch(name) and len(name) <= LONGEST for names in sides for name in names)
        if not known or len(sides[0]) != len(sides[1]) or len(sides[0]) > 2:
            raise BadMapping(f"{theirs} = {ours}"[:LONGEST])


def mapped(record: Record, mapping: Mapping[str, str]) -> dict[str, Any]:
    """What the record does not have is null there."""
    if not mapping:
        return dict(record)
    made: dict[str, Any] = {}
    for theirs, ours in mapping.items():
        if EACH in ours:
            _put_each(made, theirs, _found(record, ours.partition(EACH)[0]), ours.partition(f"{EACH}.")[2])
        else:
            _put(made, theirs, _found(record, ours))
    return made


def _put_each(made: dict[str, Any], theirs: str, members: Any, inner: str) -> None:
    outer, _each, name = theirs.partition(f"{EACH}.")
    there = _found(made, outer)
    listed = there if isinstance(there, list) else [{} for _member in members or ()]
    for target, member in zip(listed, members or (), strict=False):
        _put(target, name, _found(member, inner))
    _put(made, outer, listed)


def _found(value: Any, path: str) -> Any:
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _put(made: dict[str, Any], path: str, value: Any) -> None:
    *outer, last = path.split(".")
    for name in outer:
        inner = made.setdefault(name, {})
        made = inner if isinstance(inner, dict) else {}
    made[last] = value
