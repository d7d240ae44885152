"""Values of parameters, as they come in an address (always text) or in JSON (text, numbers, lists)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from catalog.traceability.epcis.query.problem import QueryParameterException, QueryTooComplex

LONGEST_VALUE = 1000
MOST_VALUES = 500
GREATEST = Decimal(10) ** 15
"""Quantities are kept below it, and so are the numbers they are compared with."""
_NUMBER = re.compile(r"[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,2})?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?", re.ASCII)
_FLAGS = {"": True, "true": True, "1": True, "false": False, "0": False}


class Kind(Enum):
    """What a parameter takes. A list in an address is divided by ``|``."""

    TEXTS = "texts"
    NUMBERS = "numbers"
    NUMBER = "number"
    TIME = "time"
    FLAG = "flag"
    COUNT = "count"
    SCALARS = "scalars"
    """Each a text that may also be a number or a moment: fields whose type only their owner knows."""
    ORDERED = "ordered"
    """One number or one moment."""


def read_values(name: str, kind: Kind, given: Any) -> tuple[Any, ...]:
    """The values of a parameter; one where it takes one. Raises `QueryParameterException` and `QueryTooComplex`."""
    several = kind in (Kind.TEXTS, Kind.NUMBERS, Kind.SCALARS)
    parts = _parts(given) if several else [given]
    if len(parts) > MOST_VALUES:
        raise QueryTooComplex(f"values of {name[:80]}", len(parts), MOST_VALUES)
    if several and not parts:
        raise QueryParameterException(name, "needs a value")
    return tuple(_READERS[kind](name, part) for part in parts)


def moment_of(text: str) -> datetime | None:
    """A moment without a zone is in UTC, and a date its first moment."""
    if not _MOMENT.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def number_of(text: str) -> Decimal | None:
    """Nothing for what is no number, or too great for one."""
    if not _NUMBER.fullmatch(text):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if abs(number) < GREATEST else None


def is_plain(text: str) -> bool:
    """Without NUL and without halves of characters, which databases do not keep."""
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def _parts(given: Any) -> list[Any]:
    if isinstance(given, list):
        return given
    return given.split("|") if isinstance(given, str) else [given]


def _text(name: str, given: Any) -> str:
    if isinstance(given, bool) or not isinstance(given, str | int | float | Decimal):
        raise QueryParameterException(name, "takes text")
    text = str(given).strip()
    if not text:
        raise QueryParameterException(name, "needs a value")
    if not is_plain(text):
        raise QueryParameterException(name, "has characters that no text has")
    if len(text) > LONGEST_VALUE:
        raise QueryParameterException(name, f"is longer than {LONGEST_VALUE} characters")
    return text


def _number(name: str, given: Any) -> Decimal:
    number = number_of(_text(name, given))
    if number is None:
        raise QueryParameterException(name, "takes a number below 10^15")
    return number


def _time(name: str, given: Any) -> datetime:
    moment = moment_of(_text(name, given).replace(" ", "+"))
    if moment is None:
        raise QueryParameterException(name, "takes a date and time with its zone, as 2026-11-22T09:30:00.000+07:00")
    return moment


def _flag(name: str, given: Any) -> bool:
    if given is None:
        return True
    flag = _FLAGS.get(str(given).strip().lower())
    if flag is None:
        raise QueryParameterException(name, "is true or false")
    return flag


def _count(name: str, given: Any) -> int:
    text = _text(name, given)
    if not (text.isascii() and text.isdecimal() and len(text) <= 9 and int(text) > 0):
        raise QueryParameterException(name, "takes a whole number of at least 1")
    return int(text)


def _scalar(name: str, given: Any) -> str:
    return ("true" if given else "false") if isinstance(given, bool) else _text(name, given)


def _ordered(name: str, given: Any) -> Decimal | datetime:
    text = _text(name, given)
    value = number_of(text)
    if value is not None:
        return value
    moment = moment_of(text.replace(" ", "+"))
    if moment is None:
        raise QueryParameterException(name, "takes a number below 10^15, or a date and time")
    return moment


_READERS: dict[Kind, Any] = {
    Kind.TEXTS: _text,
    Kind.NUMBERS: _number,
    Kind.NUMBER: _number,
    Kind.TIME: _time,
    Kind.FLAG: _flag,
    Kind.COUNT: _count,
    Kind.SCALARS: _scalar,
    Kind.ORDERED: _ordered,
}
