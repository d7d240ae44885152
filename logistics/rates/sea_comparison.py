"""A shared container against a whole one, by the tariffs that hold on the day.

1. The cheapest quote by cubic metre or tonne (LCL) and the cheapest by container (FCL) for the goods as they are.
2. Where one becomes cheaper than the other: the volume, at the same weight per cubic metre, from which a container
   costs no more than sharing one, to the tenth of a cubic metre. Up to one small container the price of the whole one
   stays the same while the shared one's grows, so there is one such volume and halving finds it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from logistics.carrier import Account, CarrierError, Quote
from logistics.carriers.registry import carrier_of
from logistics.consignment import Consignment, Package
from logistics.packing.container import CONTAINERS

TARIFFS = "rate_table"
SMALLEST, STEP = Decimal("0.1"), Decimal("0.1")
_METRE_MM = 1000


@dataclass(frozen=True, slots=True)
class SeaComparison:
    """Quotes are missing where no tariff goes there, or not with so little or so much."""

    shared: Quote | None
    whole: Quote | None
    break_even_cbm: Decimal | None
    """From here on a whole container costs no more; missing where it never does below one small container."""


def compare_sea(*, consignment: Consignment, seller_id: int | None, on: date) -> SeaComparison:
    """In the tariffs' currency; quotes of another currency than the cheapest container's are not compared."""
    shared, whole = _both(consignment, seller_id, on)
    return SeaComparison(shared, whole, _break_even(consignment, seller_id, on))


def _both(consignment: Consignment, seller_id: int | None, on: date) -> tuple[Quote | None, Quote | None]:
    account = Account(carrier=TARIFFS, key="", seller_id=seller_id)
    try:
        quotes = carrier_of(TARIFFS).quote(account=account, consignment=consignment, on=on)
    except CarrierError:
        return None, None  # nobody knows what the goods weigh: there is nothing to compare
    whole = next((quote for quote in quotes if quote.unit == "TEU"), None)
    currency = whole.price.currency if whole else None
    shared = next(
        (
            quote
            for quote in quotes
            if quote.unit == "m3" and quote.price.currency == (currency or quote.price.currency)
        ),
        None,
    )
    return shared, whole


def _break_even(consignment: Consignment, seller_id: int | None, on: date) -> Decimal | None:
    cbm = consignment.total_cbm
    if not cbm:
        return None
    density = Decimal(consignment.total_gross_weight_g) / cbm
    low, high = 0, int(CONTAINERS["20GP"].usable_cbm / STEP)
    if not _whole_is_cheaper(consignment, high * STEP, density, seller_id, on):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if _whole_is_cheaper(consignment, middle * STEP, density, seller_id, on):
            high = middle
        else:
            low = middle
    return high * STEP


def _whole_is_cheaper(like: Consignment, cbm: Decimal, density: Decimal, seller_id: int | None, on: date) -> bool:
    """At so many cubic metres; where only one of both is offered, that one is the cheaper."""
    height = int(cbm * _METRE_MM)
    package = Package(1, int(cbm * density), _METRE_MM, _METRE_MM, height)
    shared, whole = _both(replace(like, packages=(package,)), seller_id, on)
    if whole is None:
        return False
    return shared is None or whole.price.amount <= shared.price.amount
