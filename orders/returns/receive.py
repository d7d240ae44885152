"""Returned goods arrive at the seller.

1. Write down how many came, and how many of them can be sold again: those go back to the shelf.
2. A refund is what the pieces cost the buyer, less what the seller keeps back for goods that lost value. The delivery
   is paid back too when the right to return says so and nothing of the part stays with the buyer.
3. What was not paid yet is not asked for any more; the rest is owed back (``orders.payments.take_off``).
4. An exchange waits for its replacement (``orders.returns.exchange``).

Example: 3 bowls for 10.00 EUR and 5.00 EUR delivery, all returned under the right of withdrawal: 15.00 EUR. One of
them: 3.33 EUR, and the delivery stays paid.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from catalog.stock.receive import receive_returned
from i18n.money import Money, sum_money
from orders.lifecycle.by import By
from orders.lifecycle.line_share import cost_of_pieces, gone_pieces
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.refund import RefundReason
from orders.payments.take_off import price_left, take_off
from orders.returns.move_return import lock_return, move_return
from orders.returns.return_request import ReturnLine, ReturnRequest, ReturnWish
from orders.returns.states import ReturnStatus, require_return_move


@dataclass(frozen=True, slots=True)
class Arrived:
    """Of one order line."""

    quantity: int
    resellable: int


@dataclass(frozen=True, slots=True)
class Deduction:
    amount: Money
    why: str


class NotSentBack(Exception):
    """More of a line arrived than was to come, or more can be sold again than arrived."""

    def __init__(self, line_id: int) -> None:
        super().__init__(f"of order line {line_id} not so many were to come back")
        self.line_id = line_id


class DeductionTooHigh(Exception):
    """More is to be kept back than the goods cost."""

    def __init__(self, most: Money) -> None:
        super().__init__(f"at most {most}")
        self.most = most


def receive_return(
    *,
    return_id: UUID,
    arrived: Mapping[int, Arrived],
    by: By,
    now: datetime,
    deduction: Deduction | None = None,
    note: str = "",
) -> ReturnRequest:
    """Raises ``NotSentBack``, ``DeductionTooHigh`` and ``IllegalMove``; nothing is changed then."""
    with transaction.atomic():
        request = lock_return(return_id)
        lines = list(request.lines.select_related("order_line__variant"))
        _write_down(lines, arrived)
        move_return(request, ReturnStatus.RECEIVED, by=by, now=now, reason=note)
        _put_on_shelf(request, lines, by)
        if request.wish == ReturnWish.REFUND:
            _settle(request, lines, deduction, by, now)
    return request


def refund_instead(*, return_id: UUID, by: By, now: datetime, deduction: Deduction | None = None) -> ReturnRequest:
    """An exchange cannot be made: the buyer gets the money. Raises ``IllegalMove``, ``DeductionTooHigh``."""
    with transaction.atomic():
        request = lock_return(return_id)
        require_return_move(request.number, request.status, ReturnStatus.REFUNDED)
        request.wish = ReturnWish.REFUND
        _settle(request, list(request.lines.select_related("order_line")), deduction, by, now)
    return request


def _write_down(lines: Sequence[ReturnLine], arrived: Mapping[int, Arrived]) -> None:
    known = {line.order_line_id: line for line in lines}
    for line_id, came in arrived.items():
        line = known.get(line_id)
        if line is None or not 0 <= came.resellable <= came.quantity <= line.quantity:
            raise NotSentBack(line_id)
        line.quantity_received, line.quantity_resellable = came.quantity, came.resellable
        line.save(update_fields=["quantity_received", "quantity_resellable"])
    if not any(came.quantity for came in arrived.values()):
        raise NotSentBack(0)


def _put_on_shelf(request: ReturnRequest, lines: Sequence[ReturnLine], by: By) -> None:
    for line in sorted(lines, key=lambda line: line.order_line.variant_id or 0):
        if line.quantity_resellable and line.order_line.variant is not None:
            receive_returned(
                variant=line.order_line.variant,
                quantity=line.quantity_resellable,
                reference=request.number,
                by=by.user,
            )


def _settle(
    request: ReturnRequest, lines: Sequence[ReturnLine], deduction: Deduction | None, by: By, now: datetime
) -> None:
    part = request.seller_order
    goods = _goods(part, lines)
    kept = deduction.amount if deduction else Money.zero(part.currency)
    if not Money.zero(part.currency) <= kept <= goods:
        raise DeductionTooHigh(goods)
    freight = _freight(request)
    amount = min(goods - kept + freight, price_left(part))
    request.deduction_amount = kept.amount
    request.refund_amount, request.refund_shipping_amount = amount.amount, min(freight, amount).amount
    if deduction:
        request.decision_note = deduction.why
    if amount:
        key = f"return:{request.pk}"
        take_off(part, amount, key=key, reason=RefundReason.RETURNED, by=by, shipping=min(freight, amount))
    move_return(request, ReturnStatus.REFUNDED, by=by, now=now, reason=deduction.why if deduction else "")


def _goods(part: SellerOrder, lines: Sequence[ReturnLine]) -> Money:
    """What the pieces that came cost; from now on they count as gone."""
    costs = []
    for line in lines:
        sold = line.order_line
        costs.append(cost_of_pieces(sold, line.quantity_received, after=gone_pieces(sold)))
        sold.quantity_returned += line.quantity_received
        sold.save(update_fields=["quantity_returned"])
    return sum_money(costs, part.currency)


def _freight(request: ReturnRequest) -> Money:
    """All of it when nothing stays with the buyer; who sends some of the goods back had the rest delivered."""
    part = request.seller_order
    stays = any(line.quantity > gone_pieces(line) for line in part.lines.all())
    return part.shipping_price.gross if request.refunds_shipping and not stays else Money.zero(part.currency)
