"""Figures as files write them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from marketplace.indicators.definition import Definition
from marketplace.indicators.period import Period
from marketplace.indicators.snapshot import Observation, Snapshot


def period_of(definition: Definition, snapshot: Snapshot) -> Period:
    return Period(definition.period, snapshot.first_day, snapshot.last_day, snapshot.scope)


def keys_of(definition: Definition, row: Observation) -> Iterator[tuple[str, str]]:
    """The name of each dimension in small letters, and its code."""
    for dimension, key in zip(definition.dimensions, row.key, strict=True):
        yield dimension.value.lower(), key


def number(value: Decimal | None) -> int | float | None:
    """For JSON: amounts and counts are whole, only percentages have a decimal."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def number_text(value: Decimal | None) -> str:
    """For CSV: nothing where it is withheld."""
    return "" if value is None else f"{value.normalize():f}"


def moment(value: Any) -> str:
    """In UTC, to the second: ``2026-11-22T01:00:00Z``."""
    return f"{value:%Y-%m-%dT%H:%M:%SZ}"
