"""What is said to machines is what is true: nothing that isn't known, no price that isn't asked."""

from decimal import Decimal
from typing import Any

import pytest

from frontend.structured.product import product_thing
from tests.frontend.structured.shown import product, variant


def thing(**facts: Any) -> dict[str, Any]:
    return product_thing(
        product(**facts), address="/en/eu/products/bowl", seller_address="/en/eu/makers/an-phu", description=""
    )


def test_a_product_with_two_versions() -> None:
    said = thing()
    assert (said["@type"], said["name"], said["countryOfOrigin"]) == ("Product", "Bát sơn mài", "VN")
    assert said["url"].endswith("/en/eu/products/bowl")
    assert said["manufacturer"]["name"] == "Mộc An Phú"
    assert not {"description", "material", "image", "category", "aggregateRating", "sku"} & said.keys()
    offers = said["offers"]
    assert (offers["@type"], offers["lowPrice"], offers["offerCount"]) == ("AggregateOffer", "18.50", 2)
    first = offers["offers"][0]
    assert (first["price"], first["priceCurrency"]) == ("18.50", "EUR")
    assert first["availability"] == "https://schema.org/InStock"
    assert first["eligibleQuantity"]["minValue"] == 10
    assert "priceValidUntil" not in first


def test_pictures_have_whole_addresses() -> None:
    said = thing(media=[{"large": "/media/a.webp"}, {"large": "https://x.example/b.webp"}])
    assert said["image"][0].startswith("http") and said["image"][1] == "https://x.example/b.webp"


def test_one_version_has_its_codes_and_a_sale_its_end() -> None:
    one = variant("red", gtin="2000000000411", moq=1, quantityAvailable=0)
    one["pricing"]["saleEndsAt"] = "2026-12-24T17:00:00+00:00"
    said = thing(variants=[one], reviewCount=3, rating=Decimal("4.67"))
    assert (said["sku"], said["gtin13"]) == ("red", "2000000000411")
    assert said["offers"]["priceValidUntil"] == "2026-12-24"
    assert said["offers"]["availability"] == "https://schema.org/OutOfStock"
    assert "eligibleQuantity" not in said["offers"]
    assert said["aggregateRating"]["ratingValue"] == "4.67"


@pytest.mark.parametrize("variants", [[], [variant("red", pricing=None)]])
def test_what_is_not_sold_here_has_no_offer(variants: list[Any]) -> None:
    assert "offers" not in thing(variants=variants)


def test_what_may_not_be_ordered_yet_says_so() -> None:
    said = thing(variants=[variant("red")], isAvailableForPurchase=False)
    assert said["offers"]["availability"] == "https://schema.org/PreOrder"
