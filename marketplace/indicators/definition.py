"""Definition: what an indicator says, how it is counted, and how it is rounded. One file of ``measured`` each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from marketplace.indicators.period import Period, PeriodKind

ALL = "_T"
"""The key of a sum over a dimension, as SDMX writes it."""
UNKNOWN = "_U"
"""Not known, as SDMX writes it: an address that need not be kept any more, goods without a tariff code."""
Key = tuple[str, ...]
"""A value for each dimension, in their order."""


class Unit(StrEnum):
    COUNT = "COUNT"
    PERCENT = "PERCENT"
    VND = "VND"


class Dimension(StrEnum):
    COUNTRY = "COUNTRY"
    """ISO 3166-1, two letters."""
    HS_CHAPTER = "HS_CHAPTER"
    """The first two digits of the Harmonized System's code."""
    CRAFT = "CRAFT"
    """The seller's trade, as `marketplace.sellers.seller.Craft` names it."""
    LANGUAGE = "LANGUAGE"
    """BCP 47."""


ROUNDED_TO = {Unit.COUNT: Decimal(1), Unit.PERCENT: Decimal("0.1"), Unit.VND: Decimal(1_000_000)}
"""Halves away from zero. Sums are rounded from the exact sum: rounded parts need not add up to them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as it was counted. It stays in memory: only what may be told is ever stored."""

    key: Key
    value: Decimal
    contributors: tuple[int, ...]
    """How many sellers, and how many buyers, are behind it: of each kind a number. Empty for a zero of nobody's."""
    largest_share: Decimal = Decimal(0)
    """What part of the value (0 to 1) one seller alone makes."""


@dataclass(frozen=True, slots=True)
class Counted:
    cells: Sequence[Cell]
    details: Mapping[str, Any] = field(default_factory=dict)
    """For the reader of the files: the exchange rates used. JSON."""


@dataclass(frozen=True, slots=True)
class Definition:
    """Texts are message ids. ``version`` goes up whenever the method changes, and ``since`` with it."""

    id: str
    position: int
    name: str
    description: str
    method: str
    """How it is counted, in a sentence or two."""
    contributors: str
    """Who stands behind a figure, for the rule of small numbers."""
    unit: Unit
    period: PeriodKind
    count: Callable[[Period], Counted]
    dimensions: tuple[Dimension, ...] = ()
    is_additive: bool = True
    """Whether the cells add up to their total, so that a withheld one could be told from the others."""
    version: int = 1
    since: date = date(2026, 11, 1)
    """From when this version of the method counts."""
    begins: Callable[[], date | None] | None = None
    """Of months: the day of the first thing to be counted; nothing before there is any."""
