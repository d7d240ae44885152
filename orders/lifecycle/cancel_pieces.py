"""Call off some pieces of a seller's part; the rest goes on.

1. Lock the order; refuse what is not open any more, and a buyer once packing has begun.
2. When nothing of the part is left, it is cancelled as a whole (``orders.lifecycle.cancel``).
3. Give the stock of the pieces back, and take what they cost off the part: it is not asked for any more, or owed back.
   Delivery stays as it was agreed; it goes with the last piece.
4. A part that is being packed and of which nothing is open any more has been shipped.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction

from i18n.money import Money, sum_money
from marketplace.events.publish import publish
from orders.allocation.give_back_pieces import give_back_pieces
from orders.events import SellerOrderPartlyCanceled
from orders.lifecycle.by import By
from orders.lifecycle.cancel import cancel_parts, require_cancelable
from orders.lifecycle.line_share import cost_of_pieces, gone_pieces
from orders.lifecycle.move import move, update_order_status
from orders.lifecycle.order_event import OrderEvent, OrderEventType, record
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.locks import lock_order
from orders.payments.take_off import take_off


class NotToCancel(Exception):
    """More of a line is to be called off than is still to be sent, or the line is not of this part."""

    def __init__(self, line_id: int, wanted: int, open_: int) -> None:
        super().__init__(f"{wanted} of order line {line_id} are to be called off, {open_} are open")
        self.line_id = line_id
        self.wanted = wanted
        self.open = open_


def cancel_pieces(*, seller_order_id: UUID, quantities: Mapping[int, int], by: By, reason: str) -> SellerOrder:
    """Call off ``quantities`` by line id. Raises ``NotToCancel`` and ``IllegalMove``; nothing is changed then."""
    with transaction.atomic():
        order = lock_order(SellerOrder.objects.values_list("order_id", flat=True).get(pk=seller_order_id))
        part = SellerOrder.objects.select_related("seller").get(pk=seller_order_id)
        part.order = order
        require_cancelable(part, by)
        lines = list(part.lines.order_by("id"))
        _require_open(lines, quantities)
        if all(line.quantity == line.quantity_canceled + quantities.get(line.pk, 0) for line in lines):
            cancel_parts(order, [part], by=by, reason=reason)
        else:
            _call_off(part, lines, quantities, by, reason)
    return part


def _require_open(lines: Sequence[OrderLine], quantities: Mapping[int, int]) -> None:
    still_open = {line.pk: line.quantity_open for line in lines}
    for line_id, wanted in quantities.items():
        if not 0 < wanted <= still_open.get(line_id, 0):
            raise NotToCancel(line_id, wanted, still_open.get(line_id, 0))
    if not quantities:
        raise NotToCancel(0, 0, 0)


def _call_off(
    part: SellerOrder, lines: Sequence[OrderLine], quantities: Mapping[int, int], by: By, reason: str
) -> None:
    chosen = [line for line in lines if line.pk in quantities]
    give_back_pieces(quantities)
    cost = sum_money(
        (cost_of_pieces(line, quantities[line.pk], after=gone_pieces(line)) for line in chosen), part.currency
    )
    for line in chosen:
        line.quantity_canceled += quantities[line.pk]
        line.save(update_fields=["quantity_canceled"])
    event = _tell(part, chosen, quantities, by, reason)
    if part.status == SellerOrderStatus.PACKING and not any(line.quantity_open for line in lines):
        move(part, SellerOrderStatus.SHIPPED, by=by)
    _lower(part, cost, event, by)
    update_order_status(part.order)
    publish(SellerOrderPartlyCanceled(seller_order_id=str(part.pk), event_id=event.pk))


def _tell(
    part: SellerOrder, lines: Sequence[OrderLine], quantities: Mapping[int, int], by: By, reason: str
) -> OrderEvent:
    pieces = ", ".join(f"{quantities[line.pk]} × {line.sku}" for line in lines)
    return record(
        OrderEventType.PARTLY_CANCELED, order=part.order, seller_order=part, by=by, reason=reason, pieces=pieces
    )


def _lower(part: SellerOrder, cost: Money, event: OrderEvent, by: By) -> None:
    if not cost:
        return  # the voucher had paid for these pieces
    take_off(part, cost, key=f"called-off:{part.pk}:{event.pk}", by=by)
    part.canceled_amount = part.canceled_amount + cost.amount
    part.save(update_fields=["canceled_amount"])
