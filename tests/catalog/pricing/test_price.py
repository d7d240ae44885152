from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from catalog.pricing.check_quantity import BelowMinimum, NotAMultiple, check_quantity
from catalog.pricing.price import prices_for
from catalog.pricing.set_price import remove_price, set_price
from catalog.pricing.tax_rate import NoTaxRate, rates, tax_rate
from catalog.pricing.taxed_money import taxed
from catalog.products.publish import NotPublishable
from catalog.refusal import Refused
from i18n.money import Money
from tests.factories.catalog import make_product, make_sellable_variant, make_variant
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db
NOVEMBER = datetime(2026, 11, 21, tzinfo=UTC)


def _vnd(amount: int) -> Money:
    return Money(Decimal(amount), "VND")


def test_the_worked_example() -> None:
    variant = make_sellable_variant(price=1_080_000, tiers=[(10, Decimal(972_000))])
    channel = make_channel("vn")

    one = prices_for(variants=[variant], channel=channel, at=NOVEMBER)[variant.pk]
    twelve = prices_for(variants=[variant], channel=channel, quantities={variant.pk: 12}, at=NOVEMBER)[variant.pk]

    assert (one.unit, one.price.net, one.price.tax) == (_vnd(1_080_000), _vnd(1_000_000), _vnd(80_000))
    assert (twelve.unit, twelve.price.net, twelve.price.tax) == (_vnd(972_000), _vnd(900_000), _vnd(72_000))
    assert twelve.listed == one.price
    assert [(tier.minimum_quantity, tier.price.gross) for tier in one.tiers] == [(10, _vnd(972_000))]


@pytest.mark.parametrize(("quantity", "unit"), [(9, 100), (10, 90), (49, 90), (50, 80), (5000, 80)])
def test_the_largest_tier_that_is_reached_counts(quantity: int, unit: int) -> None:
    variant = make_sellable_variant(price=100, tiers=[(10, Decimal(90)), (50, Decimal(80))])
    prices = prices_for(variants=[variant], channel=make_channel("vn"), quantities={variant.pk: quantity}, at=NOVEMBER)
    assert prices[variant.pk].unit == _vnd(unit)


def test_exports_are_zero_rated() -> None:
    eu = make_channel("eu")
    variant = make_sellable_variant(eu, price=Decimal("129.95"))
    price = prices_for(variants=[variant], channel=eu, at=NOVEMBER)[variant.pk]
    assert price.price.net == price.price.gross == Money(Decimal("129.95"), "EUR")
    assert "48/2024/QH15" in price.tax_basis


def test_a_variant_without_a_price_there_has_no_entry() -> None:
    variant = make_sellable_variant()
    assert prices_for(variants=[variant], channel=make_channel("jp"), at=NOVEMBER) == {}


def test_any_number_of_variants_costs_two_queries(django_assert_num_queries: Any) -> None:
    channel = make_channel("vn")
    variants = [make_sellable_variant(price=100 + n, tiers=[(5, Decimal(50))]) for n in range(6)]
    with django_assert_num_queries(2):
        assert len(prices_for(variants=variants, channel=channel)) == 6


@pytest.mark.parametrize(
    ("day", "rate"),
    [(date(2025, 6, 30), "0.10"), (date(2025, 7, 1), "0.08"), (date(2026, 12, 31), "0.08"), (date(2027, 1, 1), "0.10")],
)
def test_domestic_rates_change_on_their_day(day: date, rate: str) -> None:
    assert tax_rate(country="VN", on=day).rate == Decimal(rate)
    assert tax_rate(country="NL", on=day).rate == 0


def test_no_two_rates_of_a_country_hold_on_one_day_and_none_before_the_first() -> None:
    for country in {rate.country for rate in rates()}:
        own = sorted((rate for rate in rates() if rate.country == country), key=lambda rate: rate.effective_from)
        assert all(a.effective_to and a.effective_to < b.effective_from for a, b in pairwise(own))
    with pytest.raises(NoTaxRate):
        tax_rate(country="VN", on=date(2024, 1, 1))


def test_tax_is_added_where_prices_come_without_it() -> None:
    assert taxed(_vnd(100), Decimal("0.08"), includes_tax=False).gross == _vnd(108)
    odd = taxed(_vnd(99_999), Decimal("0.08"), includes_tax=True)
    assert odd.net + odd.tax == odd.gross == _vnd(99_999)


def test_order_quantities() -> None:
    variant = make_variant(moq=12, order_multiple=6)
    check_quantity(variant, 18)
    with pytest.raises(BelowMinimum) as low:
        check_quantity(variant, 6)
    assert low.value.minimum == 12
    with pytest.raises(NotAMultiple) as odd:
        check_quantity(variant, 20)
    assert odd.value.multiple == 6
    with pytest.raises(BelowMinimum):
        check_quantity(make_variant(), 0)


@pytest.mark.parametrize(
    ("price", "tiers"),
    [
        ("0", []),
        ("-1", []),
        ("1e13", []),
        ("10.5", []),
        ("100", [(10, "100")]),
        ("100", [(1, "90")]),
        ("100", [(10, "90"), (10, "80")]),
        ("100", [(10, "80"), (20, "90")]),
        ("100", [(n + 2, str(99 - n)) for n in range(11)]),
        ("100", [(10, "0.5")]),
    ],
)
def test_impossible_prices_are_refused_and_change_nothing(price: str, tiers: list[tuple[int, str]]) -> None:
    variant = make_sellable_variant(price=70)
    channel = make_channel("vn")
    with pytest.raises(Refused):
        set_price(variant=variant, channel=channel, price=Decimal(price), tiers=[(q, Decimal(a)) for q, a in tiers])
    assert prices_for(variants=[variant], channel=channel)[variant.pk].unit == _vnd(70)


def test_a_price_below_its_kept_tiers_is_refused() -> None:
    variant = make_sellable_variant(price=100, tiers=[(10, Decimal(90))])
    with pytest.raises(Refused):
        set_price(variant=variant, channel=make_channel("vn"), price=Decimal(80))
    assert prices_for(variants=[variant], channel=make_channel("vn"))[variant.pk].listed.gross == _vnd(100)


def test_the_last_price_of_a_published_product_stays() -> None:
    channel = make_channel("vn")
    product = make_product()
    first = make_sellable_variant(channel, product=product)
    second = make_variant(product)
    set_price(variant=second, channel=channel, price=Decimal(5))
    remove_price(variant=first, channel=channel)
    with pytest.raises(NotPublishable):
        remove_price(variant=second, channel=channel)
    assert prices_for(variants=[second], channel=channel)
