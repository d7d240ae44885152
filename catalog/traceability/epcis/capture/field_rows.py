"""Rows of the fields beyond an event's columns: extensions, master data of lots, what sensors measured.

- A field's path is its expanded name; of one inside another it is that of the outer, a slash, and its own.
- A list is as many rows of one path. What has fields inside has a row of its own without a value: it exists.
- A number stands as number and as text, a moment as time and as text (as it was written).
- Paths of sensors begin with ``sensorReport/``, ``sensorMetadata/`` or, for extensions of an element, with
  ``sensorElement/``. ``place`` numbers the reports of an event from 1; for the other two it numbers the elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from catalog.traceability.epcis.event_rows import EventField, FieldScope
from catalog.traceability.epcis.identifiers import canonical_uri
from catalog.traceability.epcis.namespaces import expanded
from catalog.traceability.epcis.vocabulary import UnknownWord, expand

Prefixes = Mapping[str, str]
LONGEST_TEXT = 1000
"""Longer ones are found by their beginning; the document has them whole."""
_WIDEST = Decimal(10) ** 18
_FINEST = Decimal(1).scaleb(-12)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?", re.ASCII)
_MEASURED = frozenset({"type", "exception"})
_IDENTIFIED = frozenset(
    {"deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "bizRules", "uriValue", "chemicalSubstance",
     "microorganism"}
)  # fmt: skip


def extension_rows(
    scope: FieldScope, fields: Mapping[str, Any], prefixes: Prefixes, *, under: str = "", place: int = 0
) -> Iterator[EventField]:
    """``under`` is the path of the element around them, with its slash."""
    for key, value in fields.items():
        yield from _rows(scope, under + expanded(key, prefixes), value, prefixes, place=place, is_inner=False)


def sensor_rows(elements: Sequence[Mapping[str, Any]], prefixes: Prefixes) -> Iterator[EventField]:
    report_number = 0
    for number, element in enumerate(elements, start=1):
        metadata = _in_full(element.get("sensorMetadata", {}), prefixes)
        yield from extension_rows(FieldScope.SENSOR, metadata, prefixes, under="sensorMetadata/", place=number)
        for report in element.get("sensorReport", ()):
            report_number += 1
            said = _in_full(report, prefixes)
            yield from extension_rows(FieldScope.SENSOR, said, prefixes, under="sensorReport/", place=report_number)
        own = {key: value for key, value in element.items() if key not in ("sensorMetadata", "sensorReport", "type")}
        yield from extension_rows(FieldScope.SENSOR, own, prefixes, under="sensorElement/", place=number)


def _in_full(fields: Mapping[str, Any], prefixes: Prefixes) -> dict[str, Any]:
    """Words of vocabularies and identifiers as the URIs they stand for."""
    return {key: _full(key, value, prefixes) if isinstance(value, str) else value for key, value in fields.items()}


def _full(key: str, text: str, prefixes: Prefixes) -> str:
    if key in _MEASURED and ":" not in text:
        return prefixes["gs1"] + text
    if key == "component":
        try:
            return expand("Comp", expanded(text, prefixes))
        except UnknownWord:
            return expanded(text, prefixes)
    return canonical_uri(expanded(text, prefixes)) if key in _IDENTIFIED | _MEASURED else text


def _rows(
    scope: FieldScope, path: str, value: Any, prefixes: Prefixes, *, place: int, is_inner: bool
) -> Iterator[EventField]:
    if isinstance(value, list):
        for one in value:
            yield from _rows(scope, path, one, prefixes, place=place, is_inner=is_inner)
    elif isinstance(value, Mapping):
        yield EventField(scope=scope, place=place, path=path, is_inner=is_inner)
        for key, inner in value.items():
            yield from _rows(scope, f"{path}/{expanded(key, prefixes)}", inner, prefixes, place=place, is_inner=True)
    else:
        yield EventField(scope=scope, place=place, path=path, is_inner=is_inner, **_value(value))


def _value(value: Any) -> dict[str, Any]:
    if value is None:
        return {}
    if isinstance(value, bool):
        return {"text": "true" if value else "false"}
    if isinstance(value, int | float):
        return {"text": _plain(Decimal(str(value))), "number": _number(Decimal(str(value)))}
    return {"text": str(value)[:LONGEST_TEXT], "time": moment(str(value))}


def _plain(number: Decimal) -> str:
    """Without trailing zeros; with an exponent where it would be a yard long."""
    return format(number.normalize(), "f" if abs(number.adjusted()) < 40 else "")


def _number(number: Decimal) -> Decimal | None:
    """Rounded to the column's 12 places; nothing for what is too great for it."""
    return number.quantize(_FINEST) if abs(number) < _WIDEST else None


def moment(text: str) -> datetime | None:
    """A date is its first moment in UTC."""
    if not _MOMENT.fullmatch(text):
        return None
    try:
        if "T" not in text:
            day = date.fromisoformat(text)
            return datetime(day.year, day.month, day.day, tzinfo=UTC)
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
