"""``parts_of``: an event taken apart into what can be shown or withheld on its own.

A part is a field of the event; of lists that name parties, papers and inputs it is each member, and of master data and
the error declaration each of their fields. Its path is ``["bizStep"]``, ``["sourceList", 0]``, ``["ilmd", "ex:wood"]``.
What is known of the event beside its document has a path with an empty name before: ``["", "recordTime"]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Path = tuple[Any, ...]
HASH: Path = ("", "hash")
RECORD_TIME: Path = ("", "recordTime")
FILE: Path = ("", "file")
ORIGINAL_FILE: Path = ("", "originalFile")
TAKEN_AT: Path = ("", "takenAt")
WHERE: Path = ("", "where")
MAPPINGS = frozenset({"ilmd", "errorDeclaration"})
LISTS = frozenset({"sourceList", "destinationList", "bizTransactionList", "inputQuantityList", "inputEPCList"})
_MOST = 200
"""Longer lists are one part: they are shown or withheld as a whole."""


def parts_of(document: Mapping[str, Any]) -> dict[Path, Any]:
    """Every part by its path. `document_of` is the way back."""
    parts: dict[Path, Any] = {}
    for key, value in document.items():
        if key in LISTS and isinstance(value, list) and 0 < len(value) <= _MOST:
            parts.update({(key, place): member for place, member in enumerate(value)})
        elif key in MAPPINGS and isinstance(value, Mapping) and 0 < len(value) <= _MOST:
            parts.update({(key, name): inner for name, inner in value.items()})
        else:
            parts[(key,)] = value
    return parts


def document_of(parts: Mapping[Path, Any]) -> dict[str, Any]:
    """The event again, so far as there are parts of it."""
    document: dict[str, Any] = {}
    for path, value in sorted(parts.items(), key=lambda item: _order(item[0])):
        if path[0] == "":
            continue
        if len(path) == 1:
            document[path[0]] = value
        elif path[0] in MAPPINGS:
            document.setdefault(path[0], {})[path[1]] = value
        else:
            document.setdefault(path[0], []).append(value)
    return document


def paths_shown(document: Mapping[str, Any], shown: Mapping[str, Any]) -> set[Path]:
    """The parts of an event that are in a redacted form of it, unchanged; what was changed there is not shown."""
    there = parts_of(shown)
    members = {key: list(shown[key]) for key in LISTS if isinstance(shown.get(key), list)}
    found = set()
    for path, value in parts_of(document).items():
        if len(path) == 2 and path[0] in LISTS:
            if value in members.get(path[0], ()):
                members[path[0]].remove(value)
                found.add(path)
        elif path in there and there[path] == value:
            found.add(path)
    return found


def _order(path: Path) -> tuple[str, int, str]:
    second = path[1] if len(path) > 1 else ""
    return (path[0], second, "") if isinstance(second, int) else (path[0], -1, second)


def as_path(written: Iterable[Any]) -> Path:
    """A path as JSON has it. Raises ``ValueError`` for what is none."""
    path = tuple(written)
    known = len(path) in (1, 2) and isinstance(path[0], str) and isinstance(path[-1], (str, int))
    if not known or isinstance(path[-1], bool):
        raise ValueError("that is no path of a part")
    return path
