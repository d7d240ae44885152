"""What a piece costs at a quantity, and the rows that say so."""

from decimal import Decimal
from typing import Any

import pytest

from frontend.storefront.price_table import least_order, next_price, price_at, rows


def variant(moq: int = 1, multiple: int = 1, tiers: tuple[tuple[int, str], ...] = (), price: str | None = "120") -> Any:
    listed = [{"minimumQuantity": number, "price": amount} for number, amount in tiers]
    pricing = None if price is None else {"price": price, "tiers": listed}
    return {"moq": moq, "orderMultiple": multiple, "pricing": pricing}


def table(one: Any) -> list[tuple[int, str]]:
    return [(row["minimumQuantity"], row["price"]) for row in rows(one, least_order(one))]


def test_the_table_begins_with_the_least_that_can_be_ordered() -> None:
    assert table(variant()) == [(1, "120")]
    assert table(variant(tiers=((10, "110"), (50, "99")))) == [(1, "120"), (10, "110"), (50, "99")]
    assert table(variant(moq=4, multiple=4, tiers=((10, "110"),))) == [(4, "120"), (10, "110")]


def test_nobody_is_shown_a_price_that_cannot_be_had() -> None:
    assert table(variant(moq=12, tiers=((4, "115"), (12, "110"), (50, "99")))) == [(12, "110"), (50, "99")]
    assert table(variant(price=None)) == []


@pytest.mark.parametrize(("quantity", "price"), [(1, "120"), (9, "120"), (10, "110"), (49, "110"), (50, "99")])
def test_the_highest_tier_that_is_reached_counts(quantity: int, price: str) -> None:
    assert price_at(variant(tiers=((50, "99"), (10, "110"))), quantity) == price


@pytest.mark.parametrize(
    ("moq", "multiple", "wanted", "least"), [(1, 1, 0, 1), (5, 4, 0, 8), (4, 4, 9, 12), (1, 0, 3, 3)]
)
def test_quantities_are_whole_multiples_above_the_minimum(moq: int, multiple: int, wanted: int, least: int) -> None:
    assert least_order(variant(moq, multiple), wanted) == least


def taxed(amount: str) -> Any:
    return {"gross": {"amount": Decimal(amount)}}


@pytest.mark.parametrize(
    ("quantity", "multiple", "more", "price"),
    [(1, 1, 9, "110"), (8, 4, 4, "110"), (10, 1, 40, "99"), (50, 1, None, None), (12, 7, 44, "99")],
)
def test_how_many_more_make_each_piece_cheaper(quantity: int, multiple: int, more: int | None, price: str) -> None:
    one = variant(multiple=multiple)
    tiers = [{"minimumQuantity": least, "price": taxed(amount)} for least, amount in ((10, "110"), (50, "99"))]
    one["pricing"] = {"price": taxed("120"), "tiers": tiers}
    assert next_price(one, quantity) == (None if more is None else {"more": more, "price": taxed(price)})


def test_a_tier_that_is_no_cheaper_is_not_worth_more_pieces() -> None:
    one = variant()
    one["pricing"] = {"price": taxed("100"), "tiers": [{"minimumQuantity": 10, "price": taxed("100")}]}
    assert next_price(one, 1) is None
    assert next_price(variant(price=None), 1) is None
