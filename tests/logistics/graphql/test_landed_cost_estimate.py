"""The estimate on a product page: anyone may ask, nobody may crash it."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from catalog.models import Product, ProductVariant
from i18n.exchange_rate import ExchangeRate
from marketplace.graphql import to_global_id
from tests.factories.catalog import make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.logistics.graphql.conftest import Execute

pytestmark = pytest.mark.django_db

ESTIMATE = """query ($channel: String!, $lines: [LandedCostLineInput!]!, $country: String!) {
  landedCostEstimate(channel: $channel, lines: $lines, country: $country) {
    goods { amount currency } freight { amount } duty { amount } tax { amount } total { amount currency }
    asOf complete missing disclaimer
    lines { kind label amount { amount } rate basis legalBasis effectiveFrom source sourceDate }
  }
}"""


@pytest.fixture
def rates() -> None:
    ExchangeRate.objects.create(
        base="EUR", quote="USD", rate=Decimal("1.25"), on=date(2026, 1, 2), source="ecb", fetched_at=datetime.now(UTC)
    )


def chair(**overrides: Any) -> ProductVariant:
    product = overrides.pop("product", None) or make_product(source_language="vi", hs_code="94036010")
    sizes = {"length_mm": 600, "width_mm": 500, "height_mm": 300}
    return make_sellable_variant(make_channel("eu"), price=100, product=product, **sizes, **overrides)


def variables(*variants: ProductVariant, quantity: int = 10, **overrides: Any) -> dict[str, Any]:
    lines = [{"variantId": to_global_id("ProductVariant", variant.pk), "quantity": quantity} for variant in variants]
    return {"channel": "eu", "lines": lines, "country": "NL", **overrides}


@pytest.mark.usefixtures("rates")
def test_a_complete_estimate(execute: Execute) -> None:
    result = execute(ESTIMATE, variables(chair()))
    assert not result.errors
    estimate = result.data["landedCostEstimate"]
    assert estimate["complete"] is True
    assert estimate["missing"] == []
    assert [line["kind"] for line in estimate["lines"]] == ["GOODS", "FREIGHT", "DUTY", "TAX"]
    assert all(line["basis"] for line in estimate["lines"])


@pytest.mark.usefixtures("rates")
def test_several_sellers_send_separately(execute: Execute) -> None:
    result = execute(ESTIMATE, variables(chair(), chair(), quantity=4))
    kinds = [line["kind"] for line in result.data["landedCostEstimate"]["lines"]]
    assert kinds.count("FREIGHT") == 2


def test_without_exchange_rates_it_says_what_is_missing(execute: Execute) -> None:
    result = execute(ESTIMATE, variables(chair()))
    estimate = result.data["landedCostEstimate"]
    assert estimate["complete"] is False
    assert estimate["freight"] is None
    assert estimate["missing"] == ["The price of delivery is not known yet."]


@pytest.mark.parametrize(
    ("overrides", "code"),
    [
        ({"channel": "moon"}, "NOT_FOUND"),
        ({"country": "US"}, "INVALID"),
        ({"country": "' OR 1=1"}, "INVALID"),
        ({"lines": []}, "INVALID"),
        ({"lines": [{"variantId": to_global_id("ProductVariant", 999_999), "quantity": 1}]}, "NOT_FOUND"),
        ({"lines": [{"variantId": "nonsense", "quantity": 1}]}, "BAD_ID"),
        ({"lines": [{"variantId": to_global_id("Product", 1), "quantity": 1}]}, "BAD_ID"),
    ],
)
def test_bad_input_is_refused_politely(execute: Execute, overrides: dict[str, Any], code: str) -> None:
    result = execute(ESTIMATE, {**variables(chair()), **overrides})
    assert result.errors
    assert result.errors[0]["extensions"]["code"] == code


@pytest.mark.parametrize("quantity", [0, -1, 1_000_001])
def test_impossible_quantities(execute: Execute, quantity: int) -> None:
    result = execute(ESTIMATE, variables(chair(), quantity=quantity))
    assert result.errors
    assert result.errors[0]["extensions"]["code"] == "INVALID"


def test_what_is_not_published_cannot_be_asked_for(execute: Execute) -> None:
    hidden = chair(product=make_product(hs_code="940360"))
    hidden.product.approval = "PENDING"
    hidden.product.save()
    result = execute(ESTIMATE, variables(hidden))
    assert result.errors
    assert result.errors[0]["extensions"]["code"] == "NOT_FOUND"


@pytest.mark.usefixtures("rates")
def test_more_lines_need_no_more_queries(execute: Execute, django_assert_max_num_queries: Any) -> None:
    product = make_product(source_language="vi", hs_code="94036010")
    variants = [chair(product=product) for _ in range(8)]
    with django_assert_max_num_queries(16):
        assert not execute(ESTIMATE, variables(*variants)).errors


LEAVING_OUT = """query ($channel: String!, $lines: [LandedCostLineInput!]!, $country: String!, $leaveOut: Boolean) {
  landedCostEstimate(channel: $channel, lines: $lines, country: $country, leaveOut: $leaveOut) {
    total { amount } items { quantity } leftOut { variantId reason }
  }
}"""


def test_the_rest_is_estimated_without_what_cannot_be_sent(execute: Execute) -> None:
    sent, hidden = chair(), chair()
    rosewood = chair()
    Product.objects.filter(pk=rosewood.product_id).update(species="Dalbergia nigra", hs_code="940169")
    Product.objects.filter(pk=hidden.product_id).update(approval="PENDING")
    alone = execute(LEAVING_OUT, variables(sent)).data["landedCostEstimate"]
    asked = variables(sent, hidden, rosewood, leaveOut=True)
    found = execute(LEAVING_OUT, asked).data["landedCostEstimate"]
    assert found["leftOut"] == [
        {"variantId": to_global_id("ProductVariant", hidden.pk), "reason": "NOT_SOLD"},
        {"variantId": to_global_id("ProductVariant", rosewood.pk), "reason": "NOT_LET_IN"},
    ]
    assert (found["total"], len(found["items"])) == (alone["total"], 1)
    assert alone["leftOut"] == []
    for refused in (variables(sent, hidden), variables(hidden, leaveOut=True)):
        (error,) = execute(LEAVING_OUT, refused).errors
        assert error["extensions"]["code"] == "NOT_FOUND"


WIDE = """query ($channel: String!, $lines: [LandedCostLineInput!]!, $country: String!, $business: Boolean,
    $incoterm: String, $preference: String, $mode: String) {
  landedCostEstimate(channel: $channel, lines: $lines, country: $country, business: $business, incoterm: $incoterm,
      preference: $preference, mode: $mode) {
    total { amount } highest { amount } paidBySeller { amount } confidence incoterm edition
    whoPays { what payer }
    lines { kind payer confidence rule isChecked least { amount } most { amount } }
    items { description hsCode total { amount } perPiece { amount } duty { amount }
      preferences { agreement rate duty { amount } saving { amount } needs isChecked } }
  }
}"""


@pytest.mark.usefixtures("rates")
def test_what_is_supposed_of_the_sale_changes_the_estimate(execute: Execute) -> None:
    cups = chair(product=make_product(source_language="vi", hs_code="69120023"))
    asked = variables(cups, business=True)
    plain = execute(WIDE, asked).data["landedCostEstimate"]
    (item,) = plain["items"]
    assert item["total"] == plain["total"]
    (option,) = item["preferences"]
    assert (option["agreement"], option["duty"]["amount"], option["saving"]) == ("EVFTA", 0, item["duty"])
    assert any("EUR.1" in need for need in option["needs"])
    assert [line["rule"] for line in plain["lines"] if line["kind"] == "DUTY"] == ["EU/duty/69120023/2022-01-01"]
    preferred = execute(WIDE, {**asked, "preference": "EVFTA"}).data["landedCostEstimate"]
    assert preferred["total"]["amount"] < plain["total"]["amount"]
    paid = execute(WIDE, {**asked, "incoterm": "DDP"}).data["landedCostEstimate"]
    assert paid["total"]["amount"] + paid["paidBySeller"]["amount"] == plain["total"]["amount"]
    assert {line["payer"] for line in paid["lines"] if line["kind"] in ("DUTY", "TAX")} == {"SELLER"}


@pytest.mark.usefixtures("rates")
def test_all_eleven_incoterms_say_who_pays_what(execute: Execute) -> None:
    asked = variables(chair())
    found = {}
    for rule in ("EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"):
        stretches = execute(WIDE, {**asked, "incoterm": rule}).data["landedCostEstimate"]["whoPays"]
        found[rule] = "".join((stretch["payer"] or "-")[0] for stretch in stretches)
    # Export clearance, carriage, insurance, unloading, import.
    assert found == {
        "EXW": "BB-BB", "FCA": "SB-BB", "CPT": "SS-BB", "CIP": "SSSBB", "DAP": "SS-BB", "DPU": "SS-SB",
        "DDP": "SS-BS", "FAS": "SB-BB", "FOB": "SB-BB", "CFR": "SS-BB", "CIF": "SSSBB",
    }  # fmt: skip


@pytest.mark.parametrize(
    "given",
    [{"incoterm": "DDU"}, {"incoterm": ""}, {"preference": "NAFTA"}, {"mode": "rocket"}, {"preference": "x" * 999}],
)
def test_suppositions_that_make_no_sense_are_refused(execute: Execute, given: dict[str, str]) -> None:
    result = execute(WIDE, variables(chair(), **given))
    assert result.errors
    assert result.errors[0]["extensions"]["code"] == "INVALID"
