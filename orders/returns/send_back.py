"""The buyer hands the goods to a carrier, keeps them after all, or lets the time pass."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from orders.lifecycle.by import SYSTEM, By
from orders.returns.move_return import lock_return, move_return
from orders.returns.return_request import ReturnRequest
from orders.returns.states import ReturnStatus


def send_return(*, return_id: UUID, tracking_number: str, by: By, now: datetime) -> ReturnRequest:
    """The goods are on their way back. Raises ``IllegalMove``."""
    with transaction.atomic():
        request = lock_return(return_id)
        request.tracking_number = tracking_number
        move_return(request, ReturnStatus.SENT, by=by, now=now)
    return request


def withdraw_return(*, return_id: UUID, by: By, now: datetime) -> ReturnRequest:
    """The buyer keeps the goods. Raises ``IllegalMove`` once they are on their way."""
    with transaction.atomic():
        request = lock_return(return_id)
        move_return(request, ReturnStatus.WITHDRAWN, by=by, now=now)
    return request


def lapse_overdue_returns(now: datetime, *, limit: int = 200) -> int:
    """End approved returns whose goods were not sent in time; returns how many. Run periodically."""
    overdue = ReturnRequest.objects.filter(status=ReturnStatus.APPROVED, send_by__lt=now).order_by("send_by", "pk")
    return sum(_lapse(return_id, now) for return_id in list(overdue.values_list("pk", flat=True)[:limit]))


def _lapse(return_id: UUID, now: datetime) -> bool:
    with transaction.atomic():
        request = lock_return(return_id)
        if request.status != ReturnStatus.APPROVED or request.send_by is None or request.send_by >= now:
            return False  # it went on while this one waited for the lock
        move_return(request, ReturnStatus.LAPSED, by=SYSTEM, now=now)
    return True
