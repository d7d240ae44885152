"""Delivery of a seller's own, of everything one: for the small world of the API."""

from typing import Any

from catalog.models import Product
from logistics.carriers.rate_table.tariff_import.read import read_tariffs
from logistics.carriers.rate_table.tariff_import.store import store_tariffs
from logistics.zones.method import MethodType
from logistics.zones.write_method import CodeRange, exclude_products, rule_postal_codes
from marketplace.sellers.models import Seller
from tests.factories.rate_tables import BY_WEIGHT
from tests.factories.zones import make_method, make_zone


def make_own_delivery(seller: Seller, number: int = 0) -> dict[str, Any]:
    """Buyers are not offered the method, so that baskets go on as carriers quote."""
    zone = make_zone(seller, regions=[{"country": "NL", "region": "Utrecht"}])
    method = make_method(zone, type=MethodType.PICKUP, is_active=False, pickup_place="WTC Expo")
    rule_postal_codes(method=method, added=[CodeRange(str(1000 + number), "3999")])
    exclude_products(method=method, products=list(Product.objects.current().filter(seller=seller)[:1]))
    tariffs = read_tariffs(BY_WEIGHT.replace("van,", f"van_{number},").encode()).tariffs
    (table,) = store_tariffs(seller=seller, tariffs=tariffs, file_name="gia.csv", by=None)
    return {"zone": zone, "method": method, "rate_table": table}
