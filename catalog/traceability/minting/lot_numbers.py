"""``mint_lot_number``: the next number of a seller's lots."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from catalog.traceability.lot import Lot
from catalog.traceability.minting.count_on import count_on
from catalog.traceability.minting.pattern import Pattern
from catalog.traceability.minting.series import NumberCounter, SeriesKind
from catalog.traceability.minting.set_series import series_for

if TYPE_CHECKING:
    from catalog.products.variant import ProductVariant


def mint_lot_number(*, variant: ProductVariant, on: date) -> str:
    """The next of the series for a lot made on a day; within the transaction that creates the lot.

    A number that somebody typed for a lot already is passed over. Raises ``NoSeries``.
    """
    pattern = series_for(variant, SeriesKind.LOT)
    while True:
        subject, stem = str(variant.seller_id), pattern.stem(on)
        counter = count_on(kind=SeriesKind.LOT, subject=subject, stem=stem, count=1)
        number = pattern.number(on, counter)
        if not Lot.objects.filter(seller_id=variant.seller_id, number=number).exists():
            return number


def next_lot_number(*, seller_id: int, pattern: Pattern, on: date) -> str:
    """What would come next, to be shown; it is nobody's yet."""
    row = NumberCounter.objects.filter(kind=SeriesKind.LOT, subject=str(seller_id), stem=pattern.stem(on)).first()
    return pattern.number(on, row.next_number if row else 1)
