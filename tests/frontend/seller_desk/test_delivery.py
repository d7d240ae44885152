"""Delivery at the desk: zones, methods, own tariffs, and how an order is packed."""

from typing import Any

from logistics.models import MethodListing, RateTable, ShippingMethod, ShippingZone
from marketplace.graphql import to_global_id
from tests.factories.channels import make_channel
from tests.factories.rate_tables import BY_WEIGHT
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


def id_of(type_name: str, row: Any) -> str:
    return to_global_id(type_name, row.pk)


def test_a_zone_and_a_method_are_made_priced_and_deleted(desk: Desk, owner: Person) -> None:
    market = id_of("Channel", make_channel("eu"))
    assert "No delivery zones" in owner.see("delivery")
    missing = owner.refused("delivery/new", "save", name="Benelux", channels=[market])
    assert "Name at least one country" in missing
    made = {"name": "Benelux", "channels": [market], "countries": ["NL", "BE"], "regions": "NL Utrecht"}
    owner.done("delivery/new", "save", **made)
    zone = ShippingZone.objects.get()
    assert (zone.countries, zone.regions) == (["NL", "BE"], [{"country": "NL", "region": "Utrecht"}])
    page = f"delivery/{id_of('ShippingZone', zone)}"
    owner.done(page, "add", name="Standard", type="PRICE")
    method = ShippingMethod.objects.get()
    page_of_method = f"{page}/{id_of('ShippingMethodType', method)}"
    unclear = {"name": "Standard", "isActive": "1", "price-eu": "twelve"}
    assert "Write one amount" in owner.refused(page_of_method, "save", **unclear)
    assert not MethodListing.objects.exists()
    product = id_of("Product", desk.product)
    owner.done(page_of_method, "save", **{**unclear, "price-eu": "12,50", "free-eu": "250", "products": [product]})
    listing = MethodListing.objects.get()
    assert (str(listing.price_amount), str(listing.free_from_amount)) == ("12.5000", "250.0000")
    assert list(method.excluded_products.all()) == [desk.product]
    owner.done(page_of_method, "add_codes", start="3500", end="3599", inclusion="INCLUDE")
    rule = method.postal_code_rules.get()
    owner.done(page_of_method, "remove_codes", rule=id_of("ShippingMethodPostalCodeRule", rule))
    owner.done(page_of_method, "remove")
    owner.done(page, "remove")
    assert not ShippingZone.objects.exists()


def test_a_tariff_is_tried_before_it_is_kept(desk: Desk, owner: Person) -> None:
    tried = owner.send("delivery/tariffs", "preview", text=BY_WEIGHT.replace("14.00", "dear")).content.decode()
    assert "A number with a point before its decimals." in tried
    assert not RateTable.objects.exists()
    assert "Keep these tariffs" in owner.send("delivery/tariffs", "preview", text=BY_WEIGHT).content.decode()
    assert not RateTable.objects.exists()
    owner.done("delivery/tariffs", "keep", text=BY_WEIGHT)
    table = RateTable.objects.get(seller=desk.cast.woodworks.seller)
    owner.done("delivery/tariffs", "remove", table=id_of("RateTable", table))
    assert not RateTable.objects.exists()


def test_an_order_is_drawn_as_it_is_packed(desk: Desk, packer: Person) -> None:
    path = f"orders/{id_of('SellerOrder', desk.packed)}/packing"
    html = packer.see(path)
    assert "packing-picture" in html and "20-foot container" in html
    assert 'Pallet of 1,200 × 800 mm <span class="figures">× 2</span>' in packer.see(f"{path}?pallet=EUR")
