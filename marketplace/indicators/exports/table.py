"""Exports as a table of countries and chapters with all its sums, and who is behind each figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from marketplace.indicators.definition import ALL, Cell, Key
from marketplace.indicators.exports.goods import Goods
from marketplace.indicators.margins import places_in_sums


def table(
    sent: Iterable[Goods], buyers: dict[Key, int], worth: Callable[[Goods], Decimal], *, weighs_sellers: bool
) -> list[Cell]:
    """``weighs_sellers``: of amounts it is told how much of each figure is one seller's."""
    values: dict[Key, dict[int, Decimal]] = {}
    for each in sent:
        value = worth(each)
        for key in places_in_sums(each.key):
            of_seller = values.setdefault(key, {})
            of_seller[each.seller_id] = of_seller.get(each.seller_id, Decimal(0)) + value
    if not values:
        return [Cell((ALL, ALL), Decimal(0), ())]
    return [_cell(key, of_seller, buyers.get(key, 0), weighs_sellers) for key, of_seller in sorted(values.items())]


def _cell(key: Key, of_seller: dict[int, Decimal], buyers: int, weighs_sellers: bool) -> Cell:
    total = sum(of_seller.values(), Decimal(0))
    largest = max(of_seller.values()) / total if weighs_sellers and total else Decimal(0)
    return Cell(key, total, (len(of_seller), buyers), largest)
