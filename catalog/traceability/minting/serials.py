"""``mint_serials``: counted serials, for those who want their pieces to follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db import transaction

from catalog.traceability.lot import Lot
from catalog.traceability.minting.count_on import count_on
from catalog.traceability.minting.pattern import LONGEST_NUMBER, written
from catalog.traceability.minting.series import SerialBlock, SeriesKind
from catalog.traceability.minting.set_series import series_for

GTIN_DIGITS = 14
_SERIAL = re.compile(r"(?P<stem>.*?)(?P<counter>[0-9]+)", re.DOTALL)


class NoGtin(ValueError):
    """Serials count within a GTIN, and this variant has none."""


def mint_serials(*, lot: Lot, count: int) -> SerialBlock:
    """The next serials of the GTIN, for this lot; all or none. Needs ``lot.variant``.

    Raises `NoGtin`, ``NoSeries`` and ``BadCount``. Within a GTIN they differ, whoever sells it.
    """
    if not lot.variant.gtin:
        raise NoGtin(f"variant {lot.variant_id} has no GTIN")
    pattern, gtin = series_for(lot.variant, SeriesKind.SERIAL), lot.variant.gtin.zfill(GTIN_DIGITS)
    stem = pattern.stem(lot.produced_on)
    with transaction.atomic():
        first = count_on(kind=SeriesKind.SERIAL, subject=gtin, stem=stem, count=count)
        return SerialBlock.objects.create(lot=lot, gtin=gtin, stem=stem, width=pattern.width, first=first, count=count)


def serials_of(block: SerialBlock) -> Iterator[str]:
    """In their order."""
    return (written(block.stem, block.width, block.first + place) for place in range(block.count))


def lot_of_serial(*, gtin: str, serial: str) -> Lot | None:
    """The lot of a counted serial; ``None`` for one that was never given out."""
    found = _SERIAL.fullmatch(serial) if len(serial) <= LONGEST_NUMBER else None
    if found is None:
        return None
    counter, digits = int(found["counter"]), gtin.zfill(GTIN_DIGITS)
    blocks = SerialBlock.objects.filter(gtin=digits, stem=found["stem"], first__lte=counter).select_related("lot")
    block = blocks.order_by("-first").first()
    is_in = block is not None and counter < block.first + block.count
    return block.lot if block and is_in and written(block.stem, block.width, counter) == serial else None
