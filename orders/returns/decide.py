"""The seller approves a return or refuses it; silence approves."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from orders.lifecycle.by import SYSTEM, By
from orders.returns.move_return import lock_return, move_return
from orders.returns.periods import PeriodKind, deadline
from orders.returns.return_request import LegalException, ReturnRequest
from orders.returns.states import ReturnStatus


class LawAllowsReturn(Exception):
    """A consumer need not give a reason: only an exception of the law is a reason to refuse."""

    def __init__(self, number: str, legal_basis: str) -> None:
        super().__init__(f"{number} is a right: {legal_basis}")
        self.number = number
        self.legal_basis = legal_basis


def approve_return(*, return_id: UUID, note: str, by: By, now: datetime) -> ReturnRequest:
    """The buyer may send the goods from now on. Raises ``IllegalMove``."""
    with transaction.atomic():
        request = lock_return(return_id)
        _approve(request, note, by, now)
    return request


def reject_return(
    *, return_id: UUID, note: str, by: By, now: datetime, exception: LegalException | None = None
) -> ReturnRequest:
    """The buyer keeps the goods, and may open a dispute. Raises ``LawAllowsReturn`` and ``IllegalMove``."""
    with transaction.atomic():
        request = lock_return(return_id)
        if request.is_right and exception is None:
            raise LawAllowsReturn(request.number, request.legal_basis)
        request.exception = exception or ""
        request.decision_note = note
        move_return(request, ReturnStatus.REJECTED, by=by, now=now, reason=note)
    return request


def approve_overdue_returns(now: datetime, *, limit: int = 200) -> int:
    """Approve what sellers were silent about, each in a transaction of its own; returns how many. Run periodically."""
    overdue = ReturnRequest.objects.filter(status=ReturnStatus.REQUESTED, decide_by__lt=now).order_by("decide_by", "pk")
    return sum(_approve_silently(return_id, now) for return_id in list(overdue.values_list("pk", flat=True)[:limit]))


def _approve_silently(return_id: UUID, now: datetime) -> bool:
    with transaction.atomic():
        request = lock_return(return_id)
        if request.status != ReturnStatus.REQUESTED or request.decide_by >= now:
            return False  # decided while this one waited for the lock
        _approve(request, "", SYSTEM, now)
    return True


def _approve(request: ReturnRequest, note: str, by: By, now: datetime) -> None:
    request.decision_note = note
    request.send_by = deadline(PeriodKind.SEND_BACK, now=now)
    move_return(request, ReturnStatus.APPROVED, by=by, now=now, reason=note)
