"""The objects of a list deep in a JSON file, one at a time: a file has tens of megabytes, an object a few thousand."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from catalog.products.taxonomy.record import UnreadableFile

CHUNK = 1 << 16
LONGEST = 8 << 20
"""Characters of one object; a longer one is no taxonomy's."""
_BLANKS = " \t\r\n,"


def objects(path: Path, name: str) -> Iterator[dict[str, Any]]:
    """Every object of every list called ``name`` that isn't inside another such object. Raises `UnreadableFile`."""
    opening = re.compile(rf'"{name}"\s*:\s*\[')
    decoder = json.JSONDecoder()
    buffer, at, inside = "", 0, False
    with path.open(encoding="utf-8") as file:
        while True:
            if inside:
                at = _skip(buffer, at)
                if buffer[at : at + 1] == "]":
                    inside, at = False, at + 1
                    continue
                try:
                    found, end = decoder.raw_decode(buffer, at) if at < len(buffer) else (None, -1)
                except json.JSONDecodeError as broken:
                    found, end = None, -1
                    _refuse_broken(path, buffer, at, broken)
                if end >= 0:
                    at = end
                    if isinstance(found, dict):
                        yield found
                    continue
            elif (met := opening.search(buffer, at)) is not None:
                inside, at = True, met.end()
                continue
            else:
                at = max(at, len(buffer) - len(name) - 100)
            more = _more(file, path)
            if not more:
                if inside:
                    raise UnreadableFile(path, "it ends in the middle")
                return
            buffer, at = buffer[at:] + more, 0


def _skip(buffer: str, at: int) -> int:
    while at < len(buffer) and buffer[at] in _BLANKS:
        at += 1
    return at


def _more(file: Any, path: Path) -> str:
    try:
        return str(file.read(CHUNK))
    except UnicodeDecodeError as broken:
        raise UnreadableFile(path, str(broken)) from broken


def _refuse_broken(path: Path, buffer: str, at: int, broken: json.JSONDecodeError) -> None:
    """What can't be read may only have to be read further, but not for ever."""
    if len(buffer) - at > LONGEST:
        raise UnreadableFile(path, str(broken)) from broken
