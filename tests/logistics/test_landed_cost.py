"""What goods cost in the end, and what the estimate admits not to know."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.exchange_rate import ExchangeRate
from i18n.money import Money, sum_money
from logistics.consignment import Consignment, Item
from logistics.customs.rules.rulebook import shipped_rules
from logistics.landed_cost import LandedCost, combine_landed_costs
from logistics.landed_cost import estimate_landed_cost as estimate_by
from tests.factories.logistics import make_buyer_party, make_consignment, make_item, make_seller_party

TODAY = date(2026, 11, 21)
estimate_landed_cost = partial(estimate_by, rules=shipped_rules())


def eur(text: str) -> Money:
    return Money(Decimal(text), "EUR")


def bowl_and_cups(**overrides: object) -> Consignment:
    bowl = make_item(description="Bowl", quantity=1, unit_value=eur("50.00"), hs_code="44209099")
    cups = make_item(description="Cup", quantity=2, unit_value=eur("20.00"), hs_code="69120023")
    values: dict[str, object] = {"items": (bowl, cups), "packages": (), "freight": eur("30.00")}
    return make_consignment("nl", **{**values, **overrides})


def amounts(cost: LandedCost, kind: str) -> list[Money | None]:
    return [line.amount for line in cost.lines if line.kind == kind]


def test_the_worked_example() -> None:
    cost = estimate_landed_cost(consignment=bowl_and_cups(), on=TODAY)
    assert cost.goods == eur("90.00")
    assert cost.freight == eur("30.00")
    assert cost.duty == eur("6.00")
    assert cost.tax == eur("26.46")
    assert cost.total == eur("152.46")
    assert cost.complete
    assert cost.missing == ()


def test_every_line_says_what_it_rests_on() -> None:
    cost = estimate_landed_cost(consignment=bowl_and_cups(), on=TODAY)
    assert all(line.label and line.basis for line in cost.lines)
    levied = [line for line in cost.lines if line.kind in ("DUTY", "TAX")]
    assert all(line.legal_basis and line.effective_from and line.source for line in levied)
    assert "estimate" in cost.disclaimer


def test_the_flat_duty_counts_six_digit_headings_once() -> None:
    same_heading = make_item(quantity=1, unit_value=eur("10"), hs_code="69120021")
    consignment = bowl_and_cups()
    cost = estimate_landed_cost(consignment=bowl_and_cups(items=(*consignment.items, same_heading)), on=TODAY)
    assert cost.duty == eur("6.00")


def test_before_july_2026_small_consignments_had_no_duty() -> None:
    cost = estimate_landed_cost(consignment=bowl_and_cups(), on=date(2026, 6, 30))
    assert cost.duty == eur("0")
    assert cost.tax == eur("25.20")


def test_a_business_pays_the_ordinary_duty_on_small_consignments() -> None:
    buyer = make_buyer_party("nl", company="Voorbeeld B.V.")
    cost = estimate_landed_cost(consignment=bowl_and_cups(buyer=buyer), on=TODAY)
    # Freight of 30.00 by value: 16.67 to the bowl (free), 13.33 to the cups: 5.5 % of 53.33.
    assert amounts(cost, "DUTY") == [eur("0.00"), eur("2.93")]


def test_proof_of_origin_replaces_flat_and_ordinary_duty() -> None:
    cost = estimate_landed_cost(consignment=bowl_and_cups(preference="EVFTA"), on=TODAY)
    assert cost.duty == eur("0.00")
    assert all("EVFTA" in line.basis for line in cost.lines if line.kind == "DUTY")


def test_the_ordinary_duty_says_what_proof_of_origin_would_save() -> None:
    cups = make_item(quantity=100, unit_value=eur("20.00"), hs_code="69120023")
    cost = estimate_landed_cost(consignment=bowl_and_cups(items=(cups,)), on=TODAY)
    assert cost.duty == eur("111.65")  # 5.5 % of 2030.00
    (duty,) = [line for line in cost.lines if line.kind == "DUTY"]
    assert "EVFTA: 0% with proof of origin." in duty.basis
    assert duty.rate == Decimal("0.055")


def test_a_preference_that_has_not_begun_is_missing() -> None:
    boots = make_item(quantity=100, hs_code="640411")
    consignment = bowl_and_cups(items=(boots,), preference="EVFTA")
    before = estimate_landed_cost(consignment=consignment, on=date(2026, 12, 31))
    assert before.duty is None
    assert not before.complete
    assert estimate_landed_cost(consignment=consignment, on=date(2027, 1, 1)).duty == eur("0")


def test_an_unknown_heading_is_missing_and_not_free() -> None:
    strange = make_item(quantity=100, hs_code="847130")
    cost = estimate_landed_cost(consignment=bowl_and_cups(items=(strange,)), on=TODAY)
    assert cost.duty is None
    assert not cost.complete
    assert cost.missing == ("No duty rate is on record for HS 8471.30 from VN.",)
    assert cost.tax == eur("1780.80")  # 21 % of 8450.00 + 30.00, and the line says that duty is not in it
    assert any("duty that is not known" in line.basis for line in cost.lines if line.kind == "TAX")


def test_a_code_that_is_too_short_says_between_which_rates_it_lies() -> None:
    cups = make_item(quantity=100, hs_code="691200")
    cost = estimate_landed_cost(consignment=bowl_and_cups(items=(cups,)), on=TODAY)
    assert cost.duty is None
    assert cost.missing == ("HS 6912.00 has several duty rates, on record from 5% to 9%: give the code in full.",)


def test_goods_without_code_are_missing() -> None:
    cost = estimate_landed_cost(consignment=bowl_and_cups(items=(make_item(hs_code="", quantity=9),)), on=TODAY)
    assert cost.missing == ("No HS code is given for: Dining chair of ash wood, natural oil finish.",)


def test_without_freight_the_estimate_is_incomplete() -> None:
    cost = estimate_landed_cost(consignment=bowl_and_cups(freight=None), on=TODAY)
    assert cost.freight is None
    assert cost.missing == ("The price of delivery is not known yet.",)


def test_food_may_have_a_reduced_rate() -> None:
    nuts = make_item(quantity=30, hs_code="080132")
    cost = estimate_landed_cost(consignment=bowl_and_cups(items=(nuts,)), on=TODAY)
    assert cost.duty == eur("0")
    assert any("reduced" in fact for fact in cost.missing)


def test_under_ddp_the_seller_pays_import() -> None:
    cost = estimate_landed_cost(consignment=bowl_and_cups(incoterm="DDP"), on=TODAY)
    assert (cost.duty, cost.tax, cost.total) == (eur("0"), eur("0"), eur("120.00"))
    assert cost.paid_by_seller == eur("32.46")
    assert cost.complete


def test_within_vietnam_nothing_is_imported() -> None:
    vnd = make_item(unit_value=Money(Decimal(500_000), "VND"), quantity=2)
    consignment = Consignment(
        make_seller_party(), make_buyer_party("vi"), (vnd,), freight=Money(Decimal(30_000), "VND")
    )
    cost = estimate_landed_cost(consignment=consignment, on=TODAY)
    assert cost.total == Money(Decimal(1_030_000), "VND")
    assert cost.duty is None
    assert cost.complete


def test_a_country_without_rules_on_record() -> None:
    buyer = make_buyer_party("nl", country="BR")
    cost = estimate_landed_cost(consignment=bowl_and_cups(buyer=buyer), on=TODAY, language="it")
    assert not cost.complete
    assert "Brasile" in cost.missing[0]
    assert cost.total == eur("120.00")


def test_us_additional_duties_are_said_to_be_unknown() -> None:
    chair = make_item(unit_value=Money(Decimal(200), "USD"), quantity=20, hs_code="940161")
    consignment = Consignment(make_seller_party(), make_buyer_party("en"), (chair,), freight=Money(Decimal(900), "USD"))
    cost = estimate_landed_cost(consignment=consignment, on=TODAY)
    assert not cost.complete
    assert cost.duty is None
    assert cost.fees is None
    assert amounts(cost, "DUTY") == [Money(Decimal("0.00"), "USD"), None, None]
    assert cost.tax == Money(Decimal(0), "USD")
    assert len(cost.missing) == 4
    # 25 % and 10 to 12.5 % of 4,000.00, 0.3464 % and 0.125 % of them as fees.
    assert [line.most.amount for line in cost.lines if line.most] == [
        Decimal("1000.00"), Decimal("500.00"), Decimal("5.00"), Decimal("13.86"),
    ]  # fmt: skip
    assert cost.highest == cost.total + Money(Decimal("1518.86"), "USD")


def test_us_customs_value_is_without_freight() -> None:
    statue = make_item(unit_value=Money(Decimal(100), "USD"), quantity=10, hs_code="442019", origin="KH")
    consignment = Consignment(
        make_seller_party(), make_buyer_party("en"), (statue,), freight=Money(Decimal(500), "USD")
    )
    cost = estimate_landed_cost(consignment=consignment, on=TODAY)
    assert cost.duty == Money(Decimal("32.00"), "USD")


def test_japan_frees_small_values_but_not_leather() -> None:
    def parcel(hs: str, yen: int) -> LandedCost:
        item = make_item(unit_value=Money(Decimal(yen), "JPY"), quantity=1, hs_code=hs)
        consignment = Consignment(
            make_seller_party(), make_buyer_party("ja"), (item,), freight=Money(Decimal(2000), "JPY")
        )
        return estimate_landed_cost(consignment=consignment, on=TODAY)

    assert parcel("691110", 8000).total == Money(Decimal(10_000), "JPY")
    # 9001 + 2000 is above 10,000. 2.3 % of 11,000 = 253, cut to 200. 7.8 % of 11,000 (of 11,201) = 858, cut to 800;
    # 22/78 of 800 = 225.6, cut to 200.
    assert parcel("691110", 9001).total == Money(Decimal(12_201), "JPY")
    assert parcel("420221", 5000).duty == Money(Decimal(500), "JPY")  # no relief: 8 % of 7,000 is 560, cut to 500


@pytest.mark.django_db
def test_a_threshold_in_another_currency_uses_the_stored_rate() -> None:
    ExchangeRate.objects.create(
        base="USD", quote="KRW", rate=Decimal(1400), on=date(2026, 11, 20), source="test", fetched_at=datetime.now(UTC)
    )
    item = make_item(unit_value=Money(Decimal(200_000), "KRW"), quantity=1, hs_code="940360")
    buyer = make_buyer_party("ko", company="")
    consignment = Consignment(make_seller_party(), buyer, (item,), freight=Money(Decimal(0), "KRW"))
    assert estimate_landed_cost(consignment=consignment, on=TODAY).total == Money(Decimal(200_000), "KRW")
    more = Consignment(make_seller_party(), buyer, (item, item), freight=Money(Decimal(0), "KRW"))
    assert estimate_landed_cost(consignment=more, on=TODAY).tax == Money(Decimal(40_000), "KRW")


@pytest.mark.django_db
def test_without_an_exchange_rate_the_estimate_is_incomplete() -> None:
    usd = make_item(unit_value=Money(Decimal(20), "USD"), quantity=1, hs_code="940360")
    consignment = Consignment(make_seller_party(), make_buyer_party("nl"), (usd,), freight=Money(Decimal(5), "USD"))
    cost = estimate_landed_cost(consignment=consignment, on=TODAY)
    assert cost.missing == ("No exchange rate from USD to EUR is stored.",)


def test_several_consignments_add_up() -> None:
    cost = estimate_landed_cost(consignment=bowl_and_cups(freight=None), on=TODAY)
    both = combine_landed_costs([cost, cost])
    assert both.total == cost.total * 2
    assert both.missing == cost.missing
    assert len(both.lines) == 2 * len(cost.lines)


HEADINGS = st.sampled_from(["", "940360", "44209010", "69120025", "847130", "080132", "640411", "61091000"])
ITEMS = st.lists(
    st.builds(
        lambda hs, quantity, cents: Item("Goods", quantity, Money(Decimal(cents) / 100, "EUR"), hs),
        HEADINGS,
        st.integers(1, 500),
        st.integers(0, 2_000_00),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(
    items=ITEMS,
    freight=st.none() | st.integers(0, 5000_00),
    country=st.sampled_from(["NL", "IT", "HU", "FI"]),
    business=st.booleans(),
    preference=st.sampled_from(["", "EVFTA"]),
    on=st.dates(date(2024, 1, 1), date(2029, 12, 31)),
)
def test_total_is_the_sum_of_the_known_lines(
    items: list[Item], freight: int | None, country: str, business: bool, preference: str, on: date
) -> None:
    buyer = make_buyer_party("nl", country=country, company="B.V." if business else "")
    consignment = Consignment(
        make_seller_party(), buyer, tuple(items), preference=preference,
        freight=None if freight is None else Money(Decimal(freight) / 100, "EUR"),
    )  # fmt: skip
    cost = estimate_landed_cost(consignment=consignment, on=on)
    known = [line.amount for line in cost.lines if line.amount is not None]
    assert cost.total == sum_money(known, "EUR")
    assert cost.total.quantize() == cost.total
    assert all(amount.amount >= 0 for amount in known)
    assert cost.complete == (not cost.missing)
    assert cost.complete or cost.missing
    if any(line.amount is None for line in cost.lines):
        assert not cost.complete
