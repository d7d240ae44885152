"""``lots_leaving``: of which lots the pieces are that leave, as chosen when packing and as the labels' codes tell.

1. What the packer chose for a line holds: lots of the seller and of the line's variant, no more pieces than leave.
2. Codes of labels tell the lots of the other lines with the variant.
3. All codes of one lot: the whole line is of it. As many codes as pieces: each code is one piece. Else nobody knows how
   many pieces of which lot a carton holds, and the quantity stays empty.

Twelve chairs leave, with five codes of lot A and seven of B: A 5, B 7. With one code of each on
two cartons: A ?, B ?.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from catalog.traceability.code import normalise
from catalog.traceability.lot import Lot, TraceCode
from orders.lifecycle.order_line import OrderLine

MOST_CHOSEN = 500


class LotDoesNotFit(ValueError):
    """Another seller's lot, of other goods, named twice, or more pieces than leave; ``index`` is the choice's place."""

    def __init__(self, index: int) -> None:
        super().__init__(f"choice {index} of a lot does not fit its line")
        self.index = index


@dataclass(frozen=True, slots=True)
class ChosenLot:
    """So many pieces of a line are of a lot."""

    line_id: int
    lot_id: UUID
    quantity: int


@dataclass(frozen=True, slots=True)
class LotShare:
    """``quantity`` is empty where nobody knows it."""

    lot: Lot
    quantity: int | None


Shares = dict[int, list[LotShare]]


def lots_leaving(
    lines: Sequence[OrderLine],
    leaving: Mapping[int, int],
    *,
    seller_id: int,
    chosen: Sequence[ChosenLot] = (),
    codes: Iterable[str] = (),
) -> Shares:
    """By line id. Raises ``LotDoesNotFit``; codes that are nobody's are refused where parcels are stored."""
    variants = {line.pk: line.variant_id for line in lines if line.pk in leaving and line.variant_id is not None}
    shares = _of_choices(variants, leaving, seller_id, chosen)
    by_variant = _lots_of_codes(seller_id, codes)
    for line_id, variant_id in variants.items():
        if line_id not in shares and variant_id in by_variant:
            shares[line_id] = _of_codes(by_variant[variant_id], leaving[line_id])
    return shares


def _of_choices(
    variants: Mapping[int, int], leaving: Mapping[int, int], seller_id: int, chosen: Sequence[ChosenLot]
) -> Shares:
    lots = Lot.objects.filter(seller=seller_id).in_bulk({one.lot_id for one in chosen})
    shares: Shares = defaultdict(list)
    for index, one in enumerate(chosen):
        lot = lots.get(one.lot_id)
        left = leaving.get(one.line_id, 0) - sum(share.quantity or 0 for share in shares[one.line_id])
        is_twice = any(share.lot == lot for share in shares[one.line_id])
        if lot is None or variants.get(one.line_id) != lot.variant_id or is_twice or not 0 < one.quantity <= left:
            raise LotDoesNotFit(index)
        shares[one.line_id].append(LotShare(lot, one.quantity))
    return {line_id: found for line_id, found in shares.items() if found}


def _lots_of_codes(seller_id: int, codes: Iterable[str]) -> dict[int, Counter[Lot]]:
    """How many codes of each lot, by variant."""
    wanted = {normal for normal in map(normalise, codes) if normal is not None}
    found: dict[int, Counter[Lot]] = defaultdict(Counter)
    for row in TraceCode.objects.filter(code__in=wanted, lot__seller=seller_id).select_related("lot"):
        found[row.lot.variant_id][row.lot] += 1
    return found


def _of_codes(counted: Counter[Lot], leaving: int) -> list[LotShare]:
    lots = sorted(counted, key=lambda lot: lot.number)
    if len(lots) == 1:
        return [LotShare(lots[0], leaving)]
    is_each = counted.total() == leaving
    return [LotShare(lot, counted[lot] if is_each else None) for lot in lots]
