"""The collections of the map layer: what each is called, where and when its features are, and how they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from marketplace.indicators.map_layer.asked import Asked
from marketplace.indicators.map_layer.fair_features import fair_days, fair_feature, fair_page
from marketplace.indicators.map_layer.feature import Feature, FeaturePage
from marketplace.indicators.map_layer.seller_features import seller_feature, seller_page
from marketplace.indicators.map_layer.wards import VENUE, bounds, wards


class ReadPage(Protocol):
    def __call__(self, asked: Asked, *, origin: str) -> FeaturePage: ...


class ReadFeature(Protocol):
    def __call__(self, id: str, *, origin: str) -> Feature | None: ...


@dataclass(frozen=True, slots=True)
class Layer:
    id: str
    title: str
    description: str
    bounds: tuple[float, float, float, float]
    days: Callable[[], tuple[date | None, date | None]]
    page: ReadPage
    feature: ReadFeature


def _always() -> tuple[None, None]:
    return None, None


_venue = wards()[VENUE]
LAYERS: Mapping[str, Layer] = {
    layer.id: layer
    for layer in (
        Layer(
            id="sellers",
            title="Sellers",
            description=(
                "Approved sellers of Bình Dương Marketplace. `accuracy` says whether the point is the middle of the "
                "ward (the usual case) or the seller's own door, which only the seller can let it be. "
                "Sellers may stay off the map. `datetime` asks for those approved by then."
            ),
            bounds=bounds(),
            days=_always,
            page=seller_page,
            feature=seller_feature,
        ),
        Layer(
            id="fairs",
            title="Fairs",
            description=(
                "Fairs in the exhibition halls of the World Trade Center in Bình Dương New City, past ones included, "
                "at a point in the middle of their ward. `datetime` asks for those held then; days are Vietnam's."
            ),
            bounds=(_venue.longitude, _venue.latitude, _venue.longitude, _venue.latitude),
            days=fair_days,
            page=fair_page,
            feature=fair_feature,
        ),
    )
}
