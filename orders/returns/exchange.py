"""Goods in exchange for those that came back leave: a fulfillment of its own that charges nothing."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from catalog.stock.allocate import allocate
from catalog.stock.errors import InsufficientStock, Shortage
from catalog.stock.settle import ship_allocated
from catalog.stock.taken import StockTaken
from marketplace.events.publish import publish
from orders.events import SellerOrderShipped
from orders.fulfillment.fulfillment import Fulfillment, FulfillmentKind, FulfillmentLine
from orders.fulfillment.ship import Dispatch, book_shipment, shares_of
from orders.lifecycle.by import By
from orders.lifecycle.order_line import OrderLine
from orders.returns.move_return import lock_return, move_return
from orders.returns.return_request import ReturnRequest, ReturnWish
from orders.returns.states import ReturnStatus, require_return_move
from orders.screening.screen_order import require_not_held, screen_order
from orders.traceability.remember_lots import remember_lots


class NothingToExchange(Exception):
    """The buyer asked for the money."""

    def __init__(self, number: str) -> None:
        super().__init__(f"{number} asks for a refund")
        self.number = number


def ship_replacement(*, return_id: UUID, dispatch: Dispatch, by: By, now: datetime) -> ReturnRequest:
    """As many pieces of the same goods as came back leave the shelf at once.

    Raises ``NothingToExchange``, ``IllegalMove``, ``InsufficientStock``, ``HeldForScreening`` and what booking raises;
    nothing changes then.
    """
    screen_order(ReturnRequest.objects.values_list("seller_order__order_id", flat=True).get(pk=return_id))
    with transaction.atomic():
        request = lock_return(return_id)
        require_not_held(request.seller_order.order)
        require_return_move(request.number, request.status, ReturnStatus.EXCHANGED)
        if request.wish != ReturnWish.EXCHANGE:
            raise NothingToExchange(request.number)
        came = request.lines.filter(quantity_received__gt=0).select_related("order_line")
        lines = [line.order_line for line in came]
        leaving = {line.order_line_id: line.quantity_received for line in came}
        _take(lines, leaving, request, by)
        request.replacement = _send(request, lines, leaving, dispatch, by, now)
        move_return(request, ReturnStatus.EXCHANGED, by=by, now=now)
        part_id = str(request.seller_order_id)
        publish(SellerOrderShipped(seller_order_id=part_id, fulfillment_id=request.replacement.pk))
    return request


def _take(lines: list[OrderLine], leaving: Mapping[int, int], request: ReturnRequest, by: By) -> None:
    """From the shelf, not from what the order holds: that is for the pieces still to be sent."""
    gone = [line.pk for line in lines if line.variant_id is None]
    if gone:
        raise InsufficientStock(Shortage(0, leaving[gone[0]], 0))
    parts = allocate(wants=[(line.pk, line.variant_id, leaving[line.pk]) for line in lines if line.variant_id])
    taken = [part for part in parts if isinstance(part, StockTaken)]
    if len(taken) != len(parts):
        variants = {line.pk: line.variant_id or 0 for line in lines}
        raise InsufficientStock(
            *(Shortage(variants[p.line_key], p.quantity, 0) for p in parts if not isinstance(p, StockTaken))
        )
    ship_allocated(taken, reference=request.number, by=by.user)


def _send(
    request: ReturnRequest,
    lines: list[OrderLine],
    leaving: Mapping[int, int],
    dispatch: Dispatch,
    by: By,
    now: datetime,
) -> Fulfillment:
    part = request.seller_order
    shares = shares_of(part, lines, leaving, dispatch)
    fulfillment = Fulfillment.objects.create(
        seller_order=part,
        position=part.fulfillments.count() + 1,
        kind=FulfillmentKind.REPLACEMENT,
        shipment=book_shipment(part, lines, leaving, dispatch, by, shares=shares),
        created_at=now,
    )
    FulfillmentLine.objects.bulk_create(
        FulfillmentLine(fulfillment=fulfillment, order_line_id=line_id, quantity=quantity)
        for line_id, quantity in leaving.items()
    )
    remember_lots(fulfillment=fulfillment, shares=shares)
    return fulfillment
