"""Packing plans through the API."""

from typing import Any

import pytest

from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_operator, make_user
from tests.factories.catalog import make_product, make_variant
from tests.factories.sellers import make_member, make_seller
from tests.logistics.graphql.conftest import Execute

pytestmark = pytest.mark.django_db
PLAN = """query ($seller: ID!, $lines: [PackingLineInput!]!, $rules: PackingRulesInput, $country: String) {
  packingPlan(seller: $seller, lines: $lines, rules: $rules, country: $country) {
    packageCount palletCount cbm grossWeight { value } revenueTonnes unmeasured
    chargeableWeights { mode weight { value } }
    packages { name line quantity lengthMm weight { value } }
    pallets { code packages heightMm picture }
    containers { code packages volumePercent weightPercent centrePercent contents { name quantity } picture
      placements { line xMm yMm zMm } }
    unplaced { name quantity }
    seaComparison { breakEvenCbm shared { price { amount currency } } whole { price { amount currency } lane
      legs { mode originName price { amount } } } } } }"""
CHAIR: dict[str, Any] = {"length_mm": 560, "width_mm": 520, "height_mm": 940, "gross_weight_g": 6900}


def measured(**overrides: Any) -> dict[str, Any]:
    return {"quantity": 40, "lengthMm": 560, "widthMm": 520, "heightMm": 940, "weightG": 6900, **overrides}


def test_chairs_to_rotterdam(execute: Execute) -> None:
    seller = make_seller()
    chair = make_variant(make_product(seller=seller, name="Ghế tần bì"), **CHAIR)
    lines = [{"variantId": to_global_id("ProductVariant", chair.pk), "quantity": 240}]
    variables = {"seller": to_global_id("Seller", seller.pk), "lines": lines, "country": "NL"}
    result = execute(PLAN, variables, actor=make_member(seller, MemberRole.PACKER))
    assert result.errors is None
    plan = result.data["packingPlan"]
    assert (plan["packageCount"], str(plan["cbm"])) == (240, "65.695")
    assert [(load["code"], load["packages"]) for load in plan["containers"]] == [("40HC", 184), ("20GP", 56)]
    assert len(plan["containers"][0]["placements"]) == 184
    assert plan["containers"][0]["picture"].startswith("<svg")
    sea = plan["seaComparison"]
    assert str(sea["whole"]["price"]["amount"]) == "3988.80"
    assert [leg["mode"] for leg in sea["whole"]["legs"]] == ["TRUCK", "BARGE", "VESSEL", "TRUCK", "HANDLING"]
    assert 8 <= sea["breakEvenCbm"] <= 28


def test_pallets_cartons_and_what_nobody_measured(execute: Execute) -> None:
    seller = make_seller()
    unknown = make_variant(make_product(seller=seller, name="Bát"), length_mm=None)
    lines = [
        measured(name="Ghế", fragile=True),
        {"variantId": to_global_id("ProductVariant", unknown.pk), "quantity": 3},
    ]
    carton = {"name": "M", "lengthMm": 600, "widthMm": 600, "heightMm": 1000}
    rules = {"pallet": "EUR", "containers": ["GP20"], "cartons": [carton]}
    variables = {"seller": to_global_id("Seller", seller.pk), "lines": lines, "rules": rules}
    result = execute(PLAN, variables, actor=make_member(seller, MemberRole.PACKER))
    assert result.errors is None
    plan = result.data["packingPlan"]
    assert plan["palletCount"] == len(plan["pallets"]) > 0
    assert {load["code"] for load in plan["containers"]} == {"20GP"}
    assert len(plan["unmeasured"]) == 1 and plan["unmeasured"][0].startswith("Bát")
    assert plan["seaComparison"] is None


@pytest.mark.parametrize("name", ["anonymous", "buyer", "other seller", "packer", "staff"])
def test_who_plans_for_a_seller(execute: Execute, name: str) -> None:
    seller = make_seller()
    people: dict[str, Any] = {
        "anonymous": lambda: None,
        "buyer": make_user,
        "other seller": lambda: make_member(make_seller(), MemberRole.OWNER),
        "packer": lambda: make_member(seller, MemberRole.PACKER),
        "staff": make_operator,
    }
    variables = {"seller": to_global_id("Seller", seller.pk), "lines": [measured()]}
    result = execute(PLAN, variables, actor=people[name]())
    assert bool((result.data or {}).get("packingPlan")) is (name == "packer")


def test_what_cannot_be_packed_is_refused_by_its_field(execute: Execute) -> None:
    seller = make_seller()
    actor = make_member(seller, MemberRole.PACKER)
    foreign = to_global_id("ProductVariant", make_variant(make_product()).pk)
    wrong: dict[str, tuple[list[dict[str, Any]], dict[str, Any]]] = {
        "nothing": ([], {}),
        "no quantity": ([measured(quantity=0)], {}),
        "no measures": ([{"quantity": 1}], {}),
        "too long": ([measured(lengthMm=100_001)], {}),
        "too many": ([measured(quantity=6000)], {}),
        "another's": ([{"variantId": foreign, "quantity": 1}], {}),
        "no country": ([measured()], {"country": "XX"}),
        "no carton": (
            [measured()],
            {"rules": {"cartons": [{"name": "0", "lengthMm": 0, "widthMm": 1, "heightMm": 1}]}},
        ),
    }
    for name, (lines, more) in wrong.items():
        variables = {"seller": to_global_id("Seller", seller.pk), "lines": lines, **more}
        result = execute(PLAN, variables, actor=actor)
        assert result.errors, name
        assert result.errors[0]["extensions"]["code"] != "INTERNAL_ERROR", (name, result.errors)
