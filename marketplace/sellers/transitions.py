"""The states of a seller, as one table, and the only function that changes them.

APPLIED --approve--> APPROVED --suspend--> SUSPENDED
   |  ^                  ^--------reinstate----'
 reject | apply again
   v  |
REJECTED
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.accounts.permissions import Permission
from marketplace.events.publish import publish
from marketplace.sellers import events
from marketplace.sellers.locks import lock_seller
from marketplace.sellers.seller import Seller, SellerStatus, SellerStatusChange


class Step(StrEnum):
    APPLY_AGAIN = "apply again"
    APPROVE = "approve"
    REJECT = "reject"
    SUSPEND = "suspend"
    REINSTATE = "reinstate"


@dataclass(frozen=True, slots=True)
class Transition:
    start: SellerStatus
    end: SellerStatus
    event: type[events.SellerEvent]
    by_staff: bool = True
    needs_reason: bool = False


TRANSITIONS = {
    Step.APPLY_AGAIN: Transition(SellerStatus.REJECTED, SellerStatus.APPLIED, events.SellerApplied, by_staff=False),
    Step.APPROVE: Transition(SellerStatus.APPLIED, SellerStatus.APPROVED, events.SellerApproved),
    Step.REJECT: Transition(SellerStatus.APPLIED, SellerStatus.REJECTED, events.SellerRejected, needs_reason=True),
    Step.SUSPEND: Transition(SellerStatus.APPROVED, SellerStatus.SUSPENDED, events.SellerSuspended, needs_reason=True),
    Step.REINSTATE: Transition(
        SellerStatus.SUSPENDED, SellerStatus.APPROVED, events.SellerReinstated, needs_reason=True
    ),
}
LONGEST_REASON = 1000


class NotPossibleNow(Exception):
    """The seller is in another state than the step starts from, perhaps since a moment ago."""

    def __init__(self, seller: Seller, step: Step) -> None:
        super().__init__(f"seller {seller.pk} is {seller.status}: cannot {step}")
        self.seller, self.step = seller, step


class NotStaff(Exception):
    """Only staff with sellers.manage decide about sellers."""


class ReasonRequired(Exception):
    """A decision against a seller names its reason, within `LONGEST_REASON` characters."""


def take_step(*, seller: Seller, step: Step, by: User, reason: str = "") -> Seller:
    """Take ``step``: state, history line and event together, or nothing.

    Raises `NotStaff`, `ReasonRequired`, `NotPossibleNow`.
    """
    transition = TRANSITIONS[step]
    if transition.by_staff and not by.has_permission(Permission.SELLERS_MANAGE):
        raise NotStaff
    reason = reason.strip()
    if (transition.needs_reason and not reason) or len(reason) > LONGEST_REASON:
        raise ReasonRequired
    with transaction.atomic():
        locked = lock_seller(seller.pk)
        if locked.status != transition.start:
            raise NotPossibleNow(locked, step)
        locked.status = transition.end
        if step is Step.APPROVE:
            locked.approved_at = timezone.now()
        locked.save(update_fields=["status", "approved_at"])
        record_status(seller=locked, by=by, reason=reason)
        publish(transition.event(seller_id=locked.pk))
    return locked


def record_status(*, seller: Seller, by: User, reason: str) -> None:
    """Add the line of history that goes with the state the seller now has."""
    SellerStatusChange.objects.create(seller=seller, status=seller.status, reason=reason, by=by, at=timezone.now())
