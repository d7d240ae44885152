"""Operators of parameters as conditions on columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db.models import Q

from catalog.traceability.epcis.query.problem import QueryTooComplex
from catalog.traceability.epcis.query.units import in_each_unit
from catalog.traceability.epcis.query.values import GREATEST, moment_of, number_of

ORDERS = {"GT": "gt", "GE": "gte", "LT": "lt", "LE": "lte"}
MOST_MEASURES = 20
"""Each is asked in all units of its dimension."""
_FINEST = Decimal(1).scaleb(-9)
"""To which quantities are kept; what was converted is equal within it."""


def compared(column: str, operator: str, value: Decimal | datetime) -> Q:
    return Q((f"{column}__{ORDERS[operator]}", value))


def one_of_numbers(column: str, values: Sequence[Decimal]) -> Q:
    return Q((f"{column}__in", list(values)))


def measured(number: str, unit: str, operator: str, values: Sequence[Decimal], code: str) -> Q:
    """A number with its unit, in any unit that measures the same: 1 ``TNE`` is at least 1000 ``KGM``.

    Raises `QueryTooComplex`.
    """
    if len(values) > MOST_MEASURES:
        raise QueryTooComplex("measures with a unit", len(values), MOST_MEASURES)
    condition = Q()
    for value in values:
        for other, converted in in_each_unit(value, code).items():
            near = max(-GREATEST, min(GREATEST, converted)).quantize(_FINEST)
            condition |= Q((unit, other)) & _held(number, operator, near, exactly=other == code)
    return condition


def _held(number: str, operator: str, value: Decimal, *, exactly: bool) -> Q:
    if operator != "EQ":
        return compared(number, operator, value)
    return Q((number, value)) if exactly else Q((f"{number}__range", (value - _FINEST, value + _FINEST)))


def one_of_scalars(values: Sequence[str]) -> Q:
    """Of rows with a text, and perhaps a number or a moment: equal as any of them."""
    texts = Q(text__in=list(values))
    numbers = [number for number in map(number_of, values) if number is not None]
    moments = [moment for moment in map(moment_of, values) if moment is not None]
    return texts | (Q(number__in=numbers) if numbers else Q()) | (Q(time__in=moments) if moments else Q())


def ordered(operator: str, value: Decimal | datetime) -> Q:
    return compared("time" if isinstance(value, datetime) else "number", operator, value)
