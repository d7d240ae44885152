"""``mint_lot_number``: the next number of a seller's lots."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from catalog.traceability.lot import Lot
from catalog.traceability.minting.count_on import count_on
from catalog.traceability.minting.pattern import read_pattern
from catalog.traceability.minting.series import NumberCounter, NumberSeries, SeriesKind
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


def next_numbers(series: Sequence[NumberSeries], *, on: date) -> list[str | None]:
    """What a lot made on the day would get by each series, to be shown; it is nobody's yet. ``None`` for serials."""
    counters = NumberCounter.objects.filter(kind=SeriesKind.LOT, subject__in={str(row.seller_id) for row in series})
    found = {(row.subject, row.stem): row.next_number for row in counters.filter(stem__in=_stems(series, on))}
    return [
        read_pattern(row.pattern).number(on, found.get((str(row.seller_id), read_pattern(row.pattern).stem(on)), 1))
        if row.kind == SeriesKind.LOT
        else None
        for row in series
    ]


def _stems(series: Sequence[NumberSeries], on: date) -> set[str]:
    return {read_pattern(row.pattern).stem(on) for row in series}
