from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from i18n.money import Money, sum_money
from orders.vouchers.discount import share_discount
from orders.vouchers.voucher import ValueType

CURRENCIES = st.sampled_from(["EUR", "JPY", "VND", "USD", "KRW"])
UNITS = st.lists(st.integers(0, 10**9), min_size=1, max_size=30)


def costs(units: list[int], currency: str) -> dict[int, Money]:
    return {place: Money.from_minor(each, currency) for place, each in enumerate(units)}


@given(UNITS, CURRENCIES, st.decimals(Decimal("0.01"), 100, places=2))
def test_a_percentage_is_shared_out_to_the_last_unit(units: list[int], currency: str, percent: Decimal) -> None:
    lines = costs(units, currency)
    shares = share_discount(lines, value=percent, value_type=ValueType.PERCENTAGE, currency=currency)
    whole = sum_money(lines.values(), currency)
    assert sum_money(shares.values(), currency) == (whole * (percent / 100)).quantize()
    assert all(0 < share.amount <= lines[place].amount for place, share in shares.items())


@given(UNITS, CURRENCIES, st.integers(1, 10**10))
def test_an_amount_takes_off_itself_or_everything(units: list[int], currency: str, off: int) -> None:
    lines = costs(units, currency)
    amount = Money.from_minor(off, currency)
    shares = share_discount(lines, value=amount.amount, value_type=ValueType.FIXED, currency=currency)
    whole = sum_money(lines.values(), currency)
    assert sum_money(shares.values(), currency) == min(amount, whole)
    assert all(0 < share.amount <= lines[place].amount for place, share in shares.items())


def test_the_examples_of_the_docstring() -> None:
    def off(value: str, kind: ValueType, currency: str, *amounts: str) -> list[str]:
        lines = {place: Money(Decimal(each), currency) for place, each in enumerate(amounts)}
        shares = share_discount(lines, value=Decimal(value), value_type=kind, currency=currency)
        return [str(share.amount) for share in shares.values()]

    assert off("10", ValueType.PERCENTAGE, "EUR", "0.99", "0.99", "1.00") == ["0.10", "0.10", "0.10"]
    assert off("100", ValueType.FIXED, "JPY", "10", "20") == ["10", "20"]
    assert off("5", ValueType.FIXED, "EUR", "0.00") == []
