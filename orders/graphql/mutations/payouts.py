"""``payoutPlanRun``, ``payoutMarkSent``, ``-Confirm``, ``-Reject``, ``-Cancel``: staff move payouts."""

from typing import Any

from i18n.graphql.bounded import bounded, needed
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, Field, List, Mutation, NonNull, String
from orders.graphql.payout_access import STAFF, payout_key
from orders.graphql.payout_refusals import MOVE, MOVE_CODES
from orders.graphql.types.payout import Payout
from orders.lifecycle.by import By, Role
from orders.payouts.payout.plan_payouts import plan_payouts
from orders.payouts.payout.settle_payout import cancel_payout, confirm_payout, mark_payout_sent, reject_payout


def by_staff(info: Any) -> By:
    return By(Role.STAFF, signed_in_user(info))


class PayoutPlanRun(Mutation):
    """Plan what is due by the sellers' calendars. Planning twice plans once."""

    class Meta:
        access = STAFF
        cost = 200

    payouts = Field(List(NonNull(Payout)), size=100)

    @classmethod
    def perform(cls, info: Any) -> dict[str, Any]:
        return {"payouts": plan_payouts(now=info.context.now, by=by_staff(info))}


class PayoutMarkSent(Mutation):
    """The bank was told to pay it. Saying it twice is saying it once."""

    class Arguments:
        id = ID(required=True)
        reference = String(description="What the bank calls it.")

    class Meta:
        access = STAFF
        error_codes = MOVE_CODES
        known_errors = MOVE

    payout = Field(Payout)

    @classmethod
    def perform(cls, info: Any, *, id: str, reference: str | None = None) -> dict[str, Any]:
        text = bounded(reference or "", "reference", 140)
        key = payout_key(info, id)
        return {"payout": mark_payout_sent(payout_id=key, reference=text, by=by_staff(info), now=info.context.now)}


class PayoutConfirm(Mutation):
    """The bank has paid it: the statement shows it."""

    class Arguments:
        id = ID(required=True)
        reference = String(description="What the bank calls it.")

    class Meta:
        access = STAFF
        error_codes = MOVE_CODES
        known_errors = MOVE

    payout = Field(Payout)

    @classmethod
    def perform(cls, info: Any, *, id: str, reference: str | None = None) -> dict[str, Any]:
        text = bounded(reference or "", "reference", 140)
        key = payout_key(info, id)
        return {"payout": confirm_payout(payout_id=key, by=by_staff(info), now=info.context.now, reference=text)}


class PayoutReject(Mutation):
    """The bank did not pay it, or the money came back: it is payable again."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True, description="The seller reads it.")
        code = String(description="As the bank codes it: AC04.")

    class Meta:
        access = STAFF
        error_codes = MOVE_CODES
        known_errors = MOVE

    payout = Field(Payout)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str, code: str | None = None) -> dict[str, Any]:
        return {
            "payout": reject_payout(
                payout_id=payout_key(info, id),
                by=by_staff(info),
                now=info.context.now,
                code=bounded(code or "", "code", 40),
                reason=needed(reason, "reason", 500),
            )
        }


class PayoutCancel(Mutation):
    """Call a planned payout off before anybody was told to pay: it is payable again."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True, description="The seller reads it.")

    class Meta:
        access = STAFF
        error_codes = MOVE_CODES
        known_errors = MOVE

    payout = Field(Payout)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        text, key = needed(reason, "reason", 500), payout_key(info, id)
        return {"payout": cancel_payout(payout_id=key, by=by_staff(info), now=info.context.now, reason=text)}
