"""``payoutHold``, ``payoutRelease`` and ``payoutScheduleSet``: staff decide when a seller is paid."""

from typing import Any

from i18n.graphql.bounded import bounded, needed
from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import (
    ID,
    Boolean,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    Int,
    Mutation,
    String,
    integer_key,
)
from marketplace.sellers.models import Seller
from orders.graphql.payout_access import STAFF
from orders.graphql.payout_refusals import SCHEDULE
from orders.graphql.types.payout import PayoutFrequency, PayoutHold, PayoutSchedule
from orders.payouts.schedule.hold import hold_payouts, release_payouts
from orders.payouts.schedule.set_schedule import set_schedule


def _seller(global_id: str) -> int:
    key = integer_key(global_id, "Seller", field="seller")
    if not Seller.objects.filter(pk=key).exists():
        raise InputError(_("There is no such seller."), field="seller", code="NOT_FOUND")
    return key


class PayoutHoldPlace(Mutation):
    """Nothing is planned for or sent to a seller until it is released. The seller reads the reason."""

    class Arguments:
        seller = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        creates = True

    hold = Field(PayoutHold)

    @classmethod
    def perform(cls, info: Any, *, seller: str, reason: str) -> dict[str, Any]:
        text, key = needed(reason, "reason", 500), _seller(seller)
        return {"hold": hold_payouts(seller_id=key, reason=text, by=signed_in_user(info), now=info.context.now)}


class PayoutRelease(Mutation):
    """A held seller is paid again."""

    class Arguments:
        seller = ID(required=True)

    class Meta:
        access = STAFF

    released = Boolean(description="False where nothing was held.")

    @classmethod
    def perform(cls, info: Any, *, seller: str) -> dict[str, Any]:
        key = _seller(seller)
        return {"released": release_payouts(seller_id=key, by=signed_in_user(info), now=info.context.now)}


class PayoutScheduleInput(InputObjectType):
    """When is paid out. A market is known by its currency."""

    seller = ID(description="Null: everybody.")
    currency = String(description="Left out: every currency.")
    frequency = PayoutFrequency(required=True)
    day = Int(description="1 is Monday for WEEKLY, the day of the month up to 28 for MONTHLY; 1 when left out.")
    minimum = Decimal(description="Less is kept for the next time; needs a currency.")


class PayoutScheduleSet(Mutation):
    """Set when a seller, or everybody, is paid; the row that names most counts."""

    class Arguments:
        input = PayoutScheduleInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = SCHEDULE

    schedule = Field(PayoutSchedule)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        seller, day = input.get("seller"), input.get("day")
        row = set_schedule(
            seller_id=_seller(seller) if seller else None,
            currency=bounded(input.get("currency") or "", "currency", 3),
            frequency=str(getattr(input["frequency"], "value", input["frequency"])),
            day=1 if day is None else day,
            minimum=input.get("minimum"),
        )
        return {"schedule": row}
