"""Move a return along its table; the order's history and whoever reacts hear of it."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from marketplace.events.publish import publish
from orders.events import ReturnMoved
from orders.lifecycle.by import By
from orders.lifecycle.order_event import OrderEventType, record
from orders.locks import lock_order
from orders.returns.return_request import ReturnRequest
from orders.returns.states import OPEN, ReturnStatus, require_return_move

_EVENT: Mapping[ReturnStatus, OrderEventType] = MappingProxyType(
    {
        ReturnStatus.REQUESTED: OrderEventType.RETURN_REQUESTED,
        ReturnStatus.APPROVED: OrderEventType.RETURN_APPROVED,
        ReturnStatus.REJECTED: OrderEventType.RETURN_REJECTED,
        ReturnStatus.WITHDRAWN: OrderEventType.RETURN_WITHDRAWN,
        ReturnStatus.LAPSED: OrderEventType.RETURN_LAPSED,
        ReturnStatus.SENT: OrderEventType.RETURN_SENT,
        ReturnStatus.RECEIVED: OrderEventType.RETURN_RECEIVED,
        ReturnStatus.REFUNDED: OrderEventType.RETURN_REFUNDED,
        ReturnStatus.EXCHANGED: OrderEventType.RETURN_EXCHANGED,
    }
)


def lock_return(return_id: UUID) -> ReturnRequest:
    """The return as it is now, under its order's lock, with its part and its order."""
    order = lock_order(ReturnRequest.objects.values_list("seller_order__order_id", flat=True).get(pk=return_id))
    request = ReturnRequest.objects.select_related("seller_order__seller__address").get(pk=return_id)
    request.seller_order.order = order
    return request


def move_return(request: ReturnRequest, to: ReturnStatus, *, by: By, now: datetime, reason: str = "") -> None:
    """Change the state; raises ``IllegalMove`` and changes nothing. The caller holds the lock and set the rest."""
    require_return_move(request.number, request.status, to)
    request.status = to
    if to not in OPEN:
        request.closed_at = now
    request.save()
    tell(request, by=by, now=now, reason=reason)


def tell(request: ReturnRequest, *, by: By, now: datetime, reason: str = "") -> None:
    part = request.seller_order
    record(
        _EVENT[ReturnStatus(request.status)],
        order=part.order,
        seller_order=part,
        by=by,
        reason=reason,
        at=now,
        subject=request.number,
    )
    publish(ReturnMoved(return_id=str(request.pk), status=request.status))
