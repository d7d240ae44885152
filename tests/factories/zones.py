"""Delivery zones and methods."""

from decimal import Decimal
from itertools import count
from typing import Any

from logistics.zones.list_method import Listing, list_method
from logistics.zones.method import MethodType, ShippingMethod
from logistics.zones.write_method import create_method
from logistics.zones.write_zone import create_zone
from logistics.zones.zone import ShippingZone
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller

_numbers = count(1)


def make_zone(seller: Seller | None = None, *channels: Channel, **overrides: Any) -> ShippingZone:
    fields = {"name": f"Vùng {next(_numbers)}", "countries": ["NL", "DE"], **overrides}
    return create_zone(seller=seller or make_seller(), channels=channels or (make_channel(),), **fields)


def make_method(zone: ShippingZone | None = None, *, price: str | None = "12.00", **overrides: Any) -> ShippingMethod:
    """Listed in every channel of its zone at ``price``; amounts of the listing may be among the overrides."""
    zone = zone or make_zone()
    listed = {name: overrides.pop(name, None) for name in ("minimum", "maximum", "free_from")}
    amounts = {name: None if amount is None else Decimal(amount) for name, amount in listed.items()}
    fields = {"name": "Giao tiêu chuẩn", "type": MethodType.PRICE, **overrides}
    method = create_method(zone=zone, **fields)
    if price is not None:
        listings = [Listing(channel, Decimal(price), **amounts) for channel in zone.channels.all()]
        list_method(method=method, listings=listings)
    return method
