"""``parse_json``: bytes into plain values, without what JSON has no room for and readers disagree about."""

from __future__ import annotations

import json
from typing import Any

from catalog.traceability.epcis.validate.problem import InvalidEvent, Problem

_LONGEST_NUMBER = 60


def parse_json(body: bytes) -> Any:
    """Raises `InvalidEvent` for text that is no JSON, and for names that stand twice in one object."""
    try:
        return json.loads(
            body.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_int=_integer,
        )
    except UnicodeDecodeError:
        raise InvalidEvent([Problem("", "is not UTF-8")]) from None
    except RecursionError:
        raise InvalidEvent([Problem("", "lies too deep")]) from None
    except json.JSONDecodeError as error:
        raise InvalidEvent([Problem("", f"is no JSON: line {error.lineno}, column {error.colno}")]) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise InvalidEvent([Problem("", "has an object with one name twice")])
    return found


def _no_number(text: str) -> None:
    raise InvalidEvent([Problem("", f"{text} is no number of JSON")])


def _integer(text: str) -> int:
    if len(text) > _LONGEST_NUMBER:
        raise InvalidEvent([Problem("", "has too great a number")])
    return int(text)
