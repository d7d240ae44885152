"""``place_seller``: a seller says how exactly the public map shows it."""

from __future__ import annotations

from datetime import datetime

from marketplace.indicators.map_layer.placement import Placement, SellerPlacement
from marketplace.sellers.models import Seller


def place_seller(*, seller: Seller, placement: Placement, now: datetime) -> Placement:
    """There is one choice per seller, and the last one counts; the map shows it at once."""
    choice = {"placement": placement, "chosen_at": now}
    SellerPlacement.objects.update_or_create(seller=seller, defaults=choice)
    return placement


def placement_of(seller: Seller) -> Placement:
    row = SellerPlacement.objects.filter(seller=seller).first()
    return Placement(row.placement) if row else Placement.WARD
