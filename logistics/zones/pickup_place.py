"""Where the buyer fetches what travels no further, in words."""

from __future__ import annotations

from logistics.rates.pickup import PickupPlace
from logistics.zones.method import ShippingMethod
from marketplace.accounts.models import Address


def place_of_method(method: ShippingMethod) -> PickupPlace:
    """The place typed, else the warehouse's, else none: then the seller's own address is meant."""
    return PickupPlace(
        place=method.pickup_place or _warehouse(method),
        hours=method.pickup_hours,
        first_day=method.pickup_from,
        last_day=method.pickup_to,
    )


def _warehouse(method: ShippingMethod) -> str:
    warehouse = method.pickup_warehouse
    if warehouse is None:
        return ""
    return ", ".join([warehouse.name, *(_lines(warehouse.address) if warehouse.address else ())])


def _lines(address: Address) -> list[str]:
    data = address.as_data()
    parts = (data.street_address_1, data.street_address_2, data.city_area, data.city, data.country_area)
    return [part for part in parts if part]
