"""Consignments out of the catalogue."""

from decimal import Decimal

import pytest

from i18n.money import Money
from logistics.assemble import item_of_variant, party_of_address, party_of_seller
from marketplace.accounts.addresses.data import AddressData
from tests.factories.catalog import make_variant
from tests.factories.sellers import make_seller


def test_a_party_of_an_address() -> None:
    data = AddressData(
        first_name="Sanne", last_name="Voorbeeld", company_name="Voorbeeld B.V.", street_address_1="Teststraat 7",
        city="Utrecht", postal_code="3511 AA", country="NL",
    )  # fmt: skip
    party = party_of_address(data, email="sanne@example.org")
    assert (party.name, party.company, party.street, party.country) == (
        "Sanne Voorbeeld", "Voorbeeld B.V.", ("Teststraat 7",), "NL",
    )  # fmt: skip
    assert party.is_business


@pytest.mark.django_db
def test_a_seller_is_named_by_law() -> None:
    seller = make_seller()
    party = party_of_seller(seller)
    assert party.display_name == seller.legal_name
    assert party.tax_id == seller.tax_code
    assert party.country == "VN"


@pytest.mark.django_db
def test_an_item_of_a_variant() -> None:
    variant = make_variant(gross_weight_g=None, length_mm=None)
    item = item_of_variant(variant, quantity=3, unit_value=Money(Decimal(20), "EUR"), description="Chaise")
    assert item.description == "Chaise"
    assert item.hs_code == variant.product.hs_code
    assert (item.net_weight_g, item.gross_weight_g, item.length_mm) == (variant.net_weight_g, 0, 0)
