"""Neighbours, open sides, and what a booth costs."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from catalog.refusal import Refused
from i18n.money import Money
from marketplace.expo.models import BoothPrice, Hall
from marketplace.expo.plan.merge import merge_booths
from marketplace.expo.plan.neighbours import surroundings
from marketplace.expo.plan.price import booth_price, surroundings_of
from marketplace.expo.plan.set_prices import PriceEntry, set_booth_prices
from marketplace.expo.plan.shape import Shape
from tests.factories.expo import make_booth, make_hall

pytestmark = pytest.mark.django_db
DAY = date(2027, 3, 1)


@pytest.fixture
def hall() -> Hall:
    return make_hall(width=30, depth=20)


def entry(amount: str = "100", **more: Any) -> PriceEntry:
    surcharges = {name: Decimal(value) for name, value in more.items() if name.endswith("percent")}
    return PriceEntry(more.get("kind", "SHELL"), more.get("currency", "EUR"), Decimal(amount), **surcharges)


def test_sides_are_open_where_neither_booth_nor_wall_is(hall: Hall) -> None:
    row = [make_booth(hall, f"A{n}", 3 + 3 * n, 6) for n in range(3)]
    back = make_booth(hall, "B1", 3, 9)
    corner = make_booth(hall, "C1", 27, 17)
    around = surroundings_of([*row, back, corner])
    assert dict(around[row[0].pk].shared) == {row[1].pk: 300, back.pk: 300}
    assert around[row[0].pk].open_sides == {"TOP", "LEFT"}
    assert around[row[1].pk].open_sides == {"TOP", "BOTTOM"}
    assert around[row[2].pk].open_sides == {"TOP", "BOTTOM", "RIGHT"}
    assert around[corner.pk].open_sides == {"TOP", "LEFT"}, "two of its sides are walls"


def test_an_l_touches_with_both_of_its_inner_edges() -> None:
    notch = Shape.of_box(300, 300, 600, 600)
    around = surroundings(
        {1: Shape.of_points([(0, 0), (600, 0), (600, 300), (300, 300), (300, 600), (0, 600)]), 2: notch},
        hall=Shape.of_box(-500, -500, 5000, 5000),
    )
    assert around[1].shared == {2: 600}
    assert around[2].open_sides == {"RIGHT", "BOTTOM"}
    assert around[1].open_sides == {"TOP", "RIGHT", "BOTTOM", "LEFT"}, "half of the right and lower edges is open"


def test_a_price_is_dated_and_knows_corners(hall: Hall) -> None:
    one, two = make_booth(hall, "A1", 3, 3), make_booth(hall, "A2", 6, 3)
    price = entry(two_sides_percent="10", three_sides_percent="15.5", four_sides_percent="20")
    assert booth_price(one, currency="EUR", on=DAY) is None
    set_booth_prices(expo=hall.expo, effective_from=DAY, entries=[price, entry("2500000", currency="VND")])
    assert booth_price(one, currency="EUR", on=DAY) == Money(Decimal("1039.50"), "EUR"), "9 m2 × 100 + 15.5 %"
    assert booth_price(one, currency="VND", on=DAY) == Money(Decimal(22_500_000), "VND")
    assert booth_price(one, currency="EUR", on=date(2027, 2, 28)) is None
    assert booth_price(one, currency="USD", on=DAY) is None
    set_booth_prices(expo=hall.expo, effective_from=date(2027, 5, 1), entries=[entry("120")])
    assert booth_price(two, currency="EUR", on=date(2027, 4, 30)) == Money(Decimal("1039.50"), "EUR")
    assert booth_price(two, currency="EUR", on=date(2027, 5, 1)) == Money(Decimal("1080.00"), "EUR")
    whole = merge_booths(booths=[one, two])
    assert booth_price(whole, currency="EUR", on=DAY) == Money(Decimal("2160.00"), "EUR"), "alone: four open sides"


def test_the_same_list_twice_is_stored_once(hall: Hall) -> None:
    prices = [entry(), entry("90", kind="RAW")]
    for _ in range(2):
        set_booth_prices(expo=hall.expo, effective_from=DAY, entries=prices)
    set_booth_prices(expo=hall.expo, effective_from=date(2027, 4, 1), entries=prices)
    assert BoothPrice.objects.count() == 2
    set_booth_prices(expo=hall.expo, effective_from=DAY, entries=[entry("70")])
    shell = BoothPrice.objects.get(kind="SHELL")
    assert (shell.per_square_metre, shell.effective_from, shell.effective_to) == (Decimal(70), DAY, None)


@pytest.mark.parametrize(
    ("field", "prices"),
    [
        ("kind", [entry(kind="TENT")]),
        ("currency", [entry(currency="XXQ")]),
        ("per_square_metre", [entry("-1")]),
        ("per_square_metre", [entry("1.00001")]),
        ("two_sides_percent", [entry(two_sides_percent="201")]),
        ("prices", [entry(), entry("2")]),
        ("prices", []),
    ],
)
def test_wrong_prices_change_nothing(hall: Hall, field: str, prices: list[PriceEntry]) -> None:
    with pytest.raises(Refused) as caught:
        set_booth_prices(expo=hall.expo, effective_from=DAY, entries=prices)
    assert {problem.field for problem in caught.value.problems} == {field}
    assert not BoothPrice.objects.exists()
