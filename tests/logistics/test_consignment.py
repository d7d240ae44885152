"""What is sent: totals, and values that cannot be."""

from decimal import Decimal

import pytest

from i18n.money import Money
from logistics.consignment import (
    BadConsignment,
    Consignment,
    Package,
    PackedItem,
    Party,
    Registration,
    RegistrationKind,
)
from logistics.consignment_json import consignment_from_json, consignment_to_json
from tests.factories.logistics import BUYERS, make_buyer_party, make_consignment, make_item, make_seller_party


def test_totals_of_goods_and_packages() -> None:
    consignment = make_consignment()
    assert consignment.goods_value == Money(Decimal("577.40"), "EUR")
    assert consignment.total_quantity == 16
    assert consignment.total_net_weight_g == 4 * 5200 + 12 * 340
    assert consignment.total_gross_weight_g == 14_200 * 2 + 6_050
    assert consignment.total_cbm == Decimal("1.501")
    assert consignment.named_place == "Rotterdam"


def test_without_packages_the_goods_themselves_are_weighed() -> None:
    consignment = make_consignment(packages=())
    assert consignment.total_gross_weight_g == 4 * 6900 + 12 * 450
    assert consignment.total_volume_mm3 == 4 * 560 * 520 * 940 + 12 * 180 * 180 * 90


def test_gross_weight_is_never_below_net_weight() -> None:
    assert make_item(net_weight_g=900, gross_weight_g=0, quantity=2).total_gross_weight_g == 1800


def test_a_line_is_rounded_once() -> None:
    assert make_item(unit_value=Money(Decimal("0.125"), "EUR"), quantity=3).total_value == Money(Decimal("0.38"), "EUR")


@pytest.mark.parametrize("language", BUYERS)
def test_json_gives_the_same_consignment_back(language: str) -> None:
    consignment = make_consignment(language, insurance=Money(Decimal("3.10"), "EUR"), preference="EVFTA")
    assert consignment_from_json(consignment_to_json(consignment)) == consignment


def test_company_or_tax_number_makes_a_business() -> None:
    assert not make_buyer_party("nl").is_business
    assert make_buyer_party("it").is_business
    assert make_buyer_party("nl", tax_id="NL000000000B00").is_business


@pytest.mark.parametrize(
    ("field", "overrides"),
    [
        ("quantity", {"quantity": 0}),
        ("unit_value", {"unit_value": Money(Decimal(-1), "EUR")}),
        ("hs_code", {"hs_code": "94.01"}),
        ("hs_code", {"hs_code": "١٢٣٤٥٦"}),
        ("size", {"net_weight_g": -1}),
    ],
)
def test_impossible_items_are_refused(field: str, overrides: dict[str, object]) -> None:
    with pytest.raises(BadConsignment) as refused:
        make_item(**overrides)
    assert refused.value.field == field


def test_impossible_consignments_are_refused() -> None:
    seller, buyer = make_seller_party(), make_buyer_party()
    with pytest.raises(BadConsignment, match="items"):
        Consignment(seller, buyer, ())
    with pytest.raises(BadConsignment, match="currency"):
        Consignment(seller, buyer, (make_item(), make_item(unit_value=Money(Decimal(1), "USD"))))
    with pytest.raises(BadConsignment, match="currency"):
        Consignment(seller, buyer, (make_item(),), freight=Money(Decimal(1), "USD"))
    with pytest.raises(BadConsignment, match="packages"):
        Consignment(seller, buyer, (make_item(),), packages=(Package(1, 10, contents=(PackedItem(1, 1),)),))
    with pytest.raises(BadConsignment, match="country"):
        Party(name="X", country="nl")


def test_registrations_survive_json_and_are_none_in_older_ones() -> None:
    buyer = make_buyer_party("it", registrations=(Registration(RegistrationKind.EORI, "IT00000000000", "IT"),))
    kept = consignment_to_json(make_consignment(buyer=buyer))
    assert consignment_from_json(kept).buyer == buyer
    del kept["buyer"]["registrations"]
    assert consignment_from_json(kept).buyer.registrations == ()
