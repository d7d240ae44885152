"""What a client asks of a collection: where, when, how many, from which on (OGC 17-069r4, clause 7.15)."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from i18n.today import HERE

USUAL, MOST = 100, 1000
FARTHEST = 10_000_000
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_WHOLE = re.compile(r"\d{1,18}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
OF_ITEMS = ("bbox", "datetime", "limit", "offset", "f")


class BadParameter(ValueError):
    """What is wrong with which parameter, in English: the reader is who writes the client."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees; ``west`` above ``east`` goes over the date line."""

    west: float
    south: float
    east: float
    north: float

    def has(self, longitude: float, latitude: float) -> bool:
        if not self.south <= latitude <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= longitude <= self.east
        return longitude >= self.west or longitude <= self.east


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment to a moment, both included; open where there is none."""

    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Asked:
    box: Box | None = None
    span: Span | None = None
    limit: int = USUAL
    offset: int = 0


Query = Mapping[str, Sequence[str]]


def read_asked(query: Query) -> Asked:
    """Raises `BadParameter`; a limit above the most is the most."""
    only(query, OF_ITEMS)
    box, span = _one(query, "bbox"), _one(query, "datetime")
    return Asked(
        box=_box(box) if box is not None else None,
        span=_span(span) if span is not None else None,
        limit=min(_whole(query, "limit", USUAL, least=1), MOST),
        offset=_whole(query, "offset", 0, least=0),
    )


def only(query: Query, names: Collection[str] = ("f",)) -> None:
    """Requirements ``/req/core/query-param-unknown`` and ``query-param-invalid``. Raises `BadParameter`."""
    for name in query:
        if name not in names:
            raise BadParameter(name[:40], "there is no such parameter")
    if _one(query, "f") not in (None, "json"):
        raise BadParameter("f", "there is only json")


def _one(query: Query, name: str) -> str | None:
    values = query.get(name)
    if not values:
        return None
    if len(values) > 1:
        raise BadParameter(name, "is given more than once")
    return values[0]


def _whole(query: Query, name: str, usual: int, *, least: int) -> int:
    text = _one(query, name)
    if text is None:
        return usual
    if not _WHOLE.fullmatch(text) or int(text) < least:
        raise BadParameter(name, f"is a whole number from {least}")
    return min(int(text), FARTHEST)


def _box(text: str) -> Box:
    parts = text.split(",") if len(text) <= 300 else []
    numbers = [float(part) for part in parts if _NUMBER.fullmatch(part) and math.isfinite(float(part))]
    if len(numbers) != len(parts) or len(numbers) not in (4, 6):
        raise BadParameter("bbox", "is four numbers, or six with heights: west,south,east,north in degrees")
    if len(numbers) == 6:
        numbers = [*numbers[:2], *numbers[3:5]]
    box = Box(*numbers)
    if box.south > box.north:
        raise BadParameter("bbox", "its south lies north of its north")
    return box


def _span(text: str) -> Span:
    parts = text.split("/")
    first: datetime | None
    last: datetime | None
    if len(parts) == 1:
        first, last = _moments(parts[0])
    elif len(parts) == 2 and set(parts) - {"", ".."}:
        first = None if parts[0] in ("", "..") else _moments(parts[0])[0]
        last = None if parts[1] in ("", "..") else _moments(parts[1])[1]
    else:
        raise _bad_moment()
    if first and last and first > last:
        raise BadParameter("datetime", "ends before it begins")
    return Span(first, last)


def _moments(text: str) -> tuple[datetime, datetime]:
    """A moment twice, or the first and the last moment of a day in Vietnam."""
    try:
        if _MOMENT.fullmatch(text):
            moment = datetime.fromisoformat(text.upper().replace("Z", "+00:00")).astimezone(UTC)
            return moment, moment
        if _DAY.fullmatch(text):
            begin = datetime.combine(date.fromisoformat(text), datetime.min.time(), HERE)
            return begin.astimezone(UTC), (begin + timedelta(days=1)).astimezone(UTC) - timedelta(microseconds=1)
    except (ValueError, OverflowError):
        raise _bad_moment() from None
    raise _bad_moment()


def _bad_moment() -> BadParameter:
    return BadParameter(
        "datetime", "is a moment (2026-11-22T01:00:00Z), a day, or two of them with / between; .. is open"
    )
