"""One way to write a value as JSON, so that the same value is always the same bytes."""

from __future__ import annotations

import json
from typing import Any


class NotCanonical(ValueError):
    """The bytes are no JSON, or JSON that could have been written otherwise."""


def canonical_json(value: Any) -> bytes:
    """What is hashed and signed: sorted, without spaces, ASCII alone."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def readable_json(value: Any) -> bytes:
    """What lies in a bundle: the same for people to read. Half a surrogate pair, which UTF-8 has not, is escaped."""
    try:
        return _indented(value, ascii_only=False)
    except UnicodeEncodeError:
        return _indented(value, ascii_only=True)


def read_json(content: bytes) -> Any:
    """What `readable_json` wrote. Raises `NotCanonical` for anything else, down to one space."""
    try:
        value = json.loads(content.decode("utf-8"), parse_constant=_refuse)
        same = readable_json(value) == content
    except (ValueError, RecursionError) as error:
        raise NotCanonical(str(error)) from error
    if not same:
        raise NotCanonical("it was written by something else")
    return value


def _indented(value: Any, *, ascii_only: bool) -> bytes:
    text = json.dumps(value, sort_keys=True, indent=1, ensure_ascii=ascii_only, allow_nan=False)
    return text.encode("utf-8") + b"\n"


def _refuse(word: str) -> Any:
    raise ValueError(f"{word} is no number")
