"""Who may do what with indicators: they are public; a seller's place on the map is its own to choose."""

from typing import Any

from marketplace.indicators.map_layer.place_seller import placement_of
from marketplace.indicators.map_layer.placement import Placement
from marketplace.sellers.graphql.access import seller_for


def own_placement(info: Any, global_id: str) -> Placement:
    """For a seller's members; raises `InputError` NOT_FOUND for strangers."""
    return placement_of(seller_for(info, global_id, field="sellerId"))
