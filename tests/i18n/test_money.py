from decimal import ROUND_DOWN, Decimal

import pytest
from babel.numbers import get_currency_precision
from hypothesis import given
from hypothesis import strategies as st

from i18n.currencies import currencies, exponent_of, is_currency
from i18n.money import BrokenMinorUnit, CurrencyMismatch, Money, NotMoney, sum_money

CURRENCIES = st.sampled_from(["VND", "EUR", "USD", "JPY", "KRW", "KWD"])
UNITS = st.integers(min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize("amount", [1.5, float("nan"), Decimal("NaN"), Decimal("Infinity"), "1.50", None, True])
def test_only_exact_finite_amounts_are_money(amount):
    with pytest.raises(NotMoney):
        Money(amount, "EUR")


@pytest.mark.parametrize("currency", ["EURO", "eur", "", "DEM", "XXX", None, 978])
def test_only_currencies_in_use_are_money(currency):
    with pytest.raises(NotMoney):
        Money(Decimal(1), currency)


def test_arithmetic_within_one_currency():
    price = Money(Decimal("12.50"), "EUR")
    assert price + Money(Decimal("0.50"), "EUR") == Money(Decimal(13), "EUR")
    assert price - Money(Decimal("20.00"), "EUR") == Money(Decimal("-7.50"), "EUR")
    assert price * 3 == 3 * price == Money(Decimal("37.5"), "EUR")
    assert price * Decimal("0.21") == Money(Decimal("2.625"), "EUR")
    assert -price == Money(Decimal("-12.5"), "EUR") and abs(-price) == price
    assert price and not Money.zero("EUR")


def test_equal_amounts_are_equal_and_hash_alike_whatever_their_written_digits():
    assert len({Money(Decimal("1.0"), "EUR"), Money(Decimal("1.000"), "EUR"), Money(1, "EUR")}) == 1
    assert Money(1, "EUR") != Money(1, "USD")


def test_order_exists_within_a_currency_only():
    assert Money(1, "EUR") < Money(2, "EUR") <= Money(2, "EUR")
    assert Money(3, "EUR") > Money(2, "EUR") >= Money(2, "EUR")
    for compare in (Money.__lt__, Money.__le__, Money.__gt__, Money.__ge__, Money.__add__, Money.__sub__):
        with pytest.raises(CurrencyMismatch) as caught:
            compare(Money(1, "EUR"), Money(2, "USD"))
        assert (caught.value.left, caught.value.right) == ("EUR", "USD")


def test_floats_and_plain_numbers_do_not_slip_in():
    with pytest.raises(TypeError):
        Money(1, "EUR") * 1.5
    with pytest.raises(TypeError):
        Money(1, "EUR") + 1
    with pytest.raises(TypeError):
        Money(1, "EUR") * True


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        ("10.005", "EUR", "10.01"),
        ("-10.005", "EUR", "-10.01"),
        ("1000.5", "VND", "1001"),
        ("99.4", "JPY", "99"),
        ("0.0005", "KWD", "0.001"),
    ],
)
def test_quantize_rounds_half_away_from_zero_to_the_minor_unit(amount, currency, rounded):
    assert str(Money(Decimal(amount), currency).quantize()) == f"{rounded} {currency}"


def test_quantize_takes_another_rounding_when_a_rule_demands_it():
    assert Money(Decimal("1.999"), "EUR").quantize(ROUND_DOWN) == Money(Decimal("1.99"), "EUR")


def test_minor_units_refuse_to_round():
    assert Money(Decimal("19.99"), "EUR").minor_units() == 1999
    with pytest.raises(BrokenMinorUnit):
        Money(Decimal("19.999"), "EUR").minor_units()
    with pytest.raises(NotMoney):
        Money.from_minor(19.99, "EUR")


@given(UNITS, CURRENCIES)
def test_minor_units_go_there_and_back(units, currency):
    assert Money.from_minor(units, currency).minor_units() == units


@given(UNITS, CURRENCIES, st.lists(st.integers(0, 10**9), min_size=1, max_size=20).filter(any))
def test_allocation_loses_nothing_and_strays_less_than_one_unit(units, currency, weights):
    whole = Money.from_minor(units, currency)
    parts = whole.allocate(weights)
    assert sum_money(parts, currency) == whole
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.minor_units() * sum(weights) - units * weight) < sum(weights)
        assert weight or not part


@given(UNITS, CURRENCIES, st.integers(1, 50))
def test_a_split_is_as_even_as_units_allow(units, currency, n):
    parts = [part.minor_units() for part in Money.from_minor(units, currency).split(n)]
    assert sum(parts) == units
    assert max(parts) - min(parts) <= 1


def test_the_worked_example():
    assert [str(part.amount) for part in Money(Decimal("10.00"), "EUR").allocate([1, 1, 1])] == ["3.34", "3.33", "3.33"]
    assert Money(100, "VND").allocate([Decimal("0.5"), Decimal("1.5")]) == [Money(25, "VND"), Money(75, "VND")]


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1], [-1, 3]])
def test_weights_that_say_nothing_are_refused(weights):
    with pytest.raises(ValueError, match="weights"):
        Money(1, "EUR").allocate(weights)


def test_sum_of_nothing_has_a_currency_and_strangers_are_refused():
    assert sum_money([], "KRW") == Money.zero("KRW")
    with pytest.raises(CurrencyMismatch):
        sum_money([Money(1, "EUR")], "KRW")


def test_exponents_are_those_of_the_standard():
    assert {code: exponent_of(code) for code in ("VND", "JPY", "KRW", "EUR", "USD", "KWD", "LAK")} == {
        "VND": 0,
        "JPY": 0,
        "KRW": 0,
        "EUR": 2,
        "USD": 2,
        "KWD": 3,
        "LAK": 2,
    }
    for code in ("VND", "EUR", "USD", "JPY", "KRW", "GBP", "CNY", "TWD", "SGD"):
        assert exponent_of(code) == get_currency_precision(code)


def test_currencies_in_use():
    assert {"VND", "EUR", "USD", "JPY", "KRW", "CNY", "XDR"} <= currencies()
    assert not is_currency("DEM") and not is_currency(["EUR"])
