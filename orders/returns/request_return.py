"""A buyer wants to give goods back.

1. Lock the order; only pieces that left and are not spoken of by another return.
2. The right to it comes from the law or from the terms, as the table of periods says for the country and the day.
3. Keep the pictures, give the return a number, say by when the seller decides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from orders.attachments.store import CleanFile, store_files
from orders.evidence.evidence_file import EvidenceFile
from orders.fulfillment.pack import lock_seller_order
from orders.lifecycle.by import By
from orders.lifecycle.seller_order import SellerOrder
from orders.returns.eligibility import Right, right_to_return
from orders.returns.move_return import tell
from orders.returns.periods import PeriodKind, deadline
from orders.returns.return_request import ReturnLine, ReturnReason, ReturnRequest, ReturnWish
from orders.returns.returnable import returnable_pieces

FAULTS = frozenset(ReturnReason) - {ReturnReason.CHANGED_MIND}


class NotReturnable(Exception):
    """More of a line is to go back than left, or the line is not of this part."""

    def __init__(self, line_id: int, wanted: int, possible: int) -> None:
        super().__init__(f"{wanted} of order line {line_id} are to go back, {possible} can")
        self.line_id = line_id
        self.wanted = wanted
        self.possible = possible


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the buyer asks for, and why."""

    quantities: Mapping[int, int]
    """Pieces by order line."""
    reason: ReturnReason
    wish: ReturnWish
    explanation: str = ""
    files: Sequence[CleanFile] = ()


def request_return(*, seller_order_id: UUID, wanted: Wanted, by: By, now: datetime) -> ReturnRequest:
    """Raises ``NotReturnable`` and ``TooLate``; nothing is changed then."""
    with transaction.atomic():
        part = lock_seller_order(seller_order_id)
        _require_returnable(part, wanted.quantities)
        right = right_to_return(part, wanted.reason, now=now)
        request = _write(part, wanted, right, now)
        ReturnLine.objects.bulk_create(
            ReturnLine(return_request=request, order_line_id=line_id, quantity=quantity)
            for line_id, quantity in wanted.quantities.items()
        )
        store_files(EvidenceFile, wanted.files, return_request=request)
        tell(request, by=by, now=now, reason=wanted.explanation)
    return request


def _require_returnable(part: SellerOrder, quantities: Mapping[int, int]) -> None:
    possible = returnable_pieces(part.lines.all())
    for line_id, quantity in quantities.items():
        if not 0 < quantity <= possible.get(line_id, 0):
            raise NotReturnable(line_id, quantity, possible.get(line_id, 0))
    if not quantities:
        raise NotReturnable(0, 0, 0)


def _write(part: SellerOrder, wanted: Wanted, right: Right, now: datetime) -> ReturnRequest:
    position = part.returns.count() + 1
    return ReturnRequest.objects.create(
        seller_order=part,
        position=position,
        number=f"{part.number}-R{position}",
        reason=wanted.reason,
        wish=wanted.wish,
        explanation=wanted.explanation,
        is_right=right.is_by_law,
        legal_basis=right.period.legal_basis,
        refunds_shipping=right.period.refunds_shipping,
        seller_pays_return=wanted.reason in FAULTS,
        created_at=now,
        decide_by=deadline(PeriodKind.SELLER_DECIDES, now=now),
    )
