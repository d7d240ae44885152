"""Cursors of search results: the place of a hit in the order asked for, which no later write shifts."""

import json

from catalog.search.request import Hit, Place
from marketplace.graphql.connections.cursor import BadCursor, decode, encode


def cursor_of(hit: Hit) -> str:
    return encode(["place", json.dumps(list(hit.place), separators=(",", ":"), ensure_ascii=False)])


def place_of(cursor: str | None) -> Place | None:
    """Raises `BadCursor`."""
    if cursor is None:
        return None
    kind, text = decode(cursor, 2)
    if kind != "place" or not isinstance(text, str):
        raise BadCursor
    try:
        parts = json.loads(text)
    except (ValueError, RecursionError):
        raise BadCursor from None
    if not isinstance(parts, list) or not parts or not all(_is_plain(part) for part in parts):
        raise BadCursor
    return tuple(parts)


def _is_plain(part: object) -> bool:
    if isinstance(part, bool):
        return False
    return isinstance(part, str) or (isinstance(part, int | float) and abs(part) < 2**63)
