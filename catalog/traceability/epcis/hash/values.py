"""How single values stand in the canonical form of an event."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from catalog.traceability.epcis.identifiers import canonical_uri
from catalog.traceability.epcis.namespaces import expanded
from catalog.traceability.epcis.vocabulary import UnknownWord, expand

_TIME = re.compile(
    r"(?P<seconds>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(?P<fraction>\d+))?(?P<zone>Z|[+-]\d\d:\d\d)", re.ASCII
)
_WORDS = {"bizStep": "BizStep", "disposition": "Disp", "set": "Disp", "unset": "Disp", "component": "Comp"}
_TYPES = {"bizTransactionList": "BTT", "sourceList": "SDT", "destinationList": "SDT"}
_MEASURED = frozenset({"type", "exception"})
"""In a sensor's report these are words of GS1's web vocabulary."""


def canonical_time(text: str) -> str:
    """UTC with milliseconds, half up: ``2023-01-18T12:04:03.1415+01:00`` -> ``2023-01-18T11:04:03.142Z``."""
    found = _TIME.fullmatch(text)
    if found is None:
        return text
    moment = datetime.fromisoformat(found["seconds"] + found["zone"].replace("Z", "+00:00")).astimezone(UTC)
    digits = (found["fraction"] or "").ljust(4, "0")
    moment += timedelta(milliseconds=int(digits[:3]) + (digits[3] >= "5"))
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def canonical_value(key: str, value: Any, prefixes: Mapping[str, str], *, inside: str = "") -> str:
    """One value under its key; ``inside`` is the element around it where that decides what a word means."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float, Decimal)):  # so that Python 3.9 runs it too, see ``proof.verifier``
        return _number(value)
    text = str(value).strip()
    if key.endswith(("Time", "time")) and _TIME.fullmatch(text):
        return canonical_time(text)
    kind = (
        {"bizTransactionList": "BTT", "sourceList": "SDT", "destinationList": "SDT"}.get(inside)
        if key == "type"
        else None
    )
    if kind is not None or key in _WORDS:
        return _word(kind or _WORDS[key], text, prefixes)
    if inside == "sensorReport" and key in _MEASURED and ":" not in text:
        return f"{prefixes['gs1']}{text}"
    return canonical_uri(expanded(text, prefixes))


def _word(kind: str, text: str, prefixes: Mapping[str, str]) -> str:
    full = expanded(text, prefixes)
    try:
        return expand(kind, full)
    except UnknownWord:
        return full


def _number(value: float | Decimal) -> str:
    """Without trailing zeros and without an exponent: 1.0 -> 1."""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return format(number.normalize(), "f")
