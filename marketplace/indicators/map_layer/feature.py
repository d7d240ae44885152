"""Features as values, and one page of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marketplace.indicators.map_layer.wards import Point


@dataclass(frozen=True, slots=True)
class Feature:
    """``point`` is nothing where it is not known in which ward something lies."""

    id: str
    point: Point | None
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FeaturePage:
    features: Sequence[Feature]
    matched: int
    """In all pages."""
