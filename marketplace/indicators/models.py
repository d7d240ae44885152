"""The tables of indicators, each told in the file of its subject."""

from marketplace.indicators.map_layer.placement import SellerPlacement
from marketplace.indicators.snapshot import Observation, Snapshot

__all__ = ["Observation", "SellerPlacement", "Snapshot"]
