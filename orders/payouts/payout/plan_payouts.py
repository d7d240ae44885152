"""Plan what is to be paid out, from the ledger alone.

1. Every seller and currency that ever had something payable is looked at, each in a transaction of its own, under the
   lock of its account: two planners at once make one payout.
2. Its calendar says for which day a payout is due; a day that has one already is done.
3. The postings that no payout has paid yet are its lines, without those of parts that are in dispute, on their way back
   or charged back. Less than the minimum waits.
4. The sum is set aside in the ledger, and the payout says where it goes.

Example: 91.20 earned, 45.60 given back after the last payout, paid every Monday from 20.00: the payout is 45.60 and has
these two postings as its lines.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.db import transaction

from i18n.money import Money
from orders.lifecycle.by import SYSTEM, By
from orders.payouts.ledger.account import AccountKind, LedgerAccount
from orders.payouts.ledger.transaction import LedgerTransaction
from orders.payouts.pay import lock_payable, start_payout
from orders.payouts.payout.choose_rail import Way, way_to
from orders.payouts.payout.move_payout import note_payout
from orders.payouts.payout.payout import Payout, PayoutLine, new_payout_number
from orders.payouts.payout.states import PayoutStatus
from orders.payouts.payout.uncovered import payable_now, total, uncovered
from orders.payouts.schedule.hold import open_hold
from orders.payouts.schedule.schedule import schedule_for

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
"""Whose days the calendars mean."""
OVER = (PayoutStatus.REJECTED, PayoutStatus.CANCELED)


class Waits(StrEnum):
    """Why nothing is paid out to a seller now."""

    NOTHING_PAYABLE = "NOTHING_PAYABLE"
    HELD = "HELD"
    IN_DISPUTE = "IN_DISPUTE"
    BELOW_MINIMUM = "BELOW_MINIMUM"
    NO_ACCOUNT = "NO_ACCOUNT"
    PAID_BY_PROVIDER = "PAID_BY_PROVIDER"
    NEXT_TIME = "NEXT_TIME"
    """The last payout was for this period; the next one comes with the next."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What would be paid out to a seller in a currency, or why nothing is."""

    payable: Money
    amount: Money
    waits: Waits | None
    slot: date
    minimum: Money


def plan_payouts(*, now: datetime, by: By = SYSTEM) -> list[Payout]:
    """The payouts that were due and are planned now. Run periodically; running twice plans once."""
    accounts = LedgerAccount.objects.filter(kind=AccountKind.SELLER_PAYABLE).order_by("pk")
    made = [plan_payout(account.seller_id or 0, account.currency, now=now, by=by) for account in accounts]
    return [payout for payout in made if payout is not None]


def plan_payout(seller_id: int, currency: str, *, now: datetime, by: By = SYSTEM) -> Payout | None:
    """The payout that is due to one seller in one currency, if one is."""
    with transaction.atomic():
        lock_payable(seller_id, currency)
        way = way_to(seller_id, currency, now=now)
        due = prospect(seller_id, currency, now=now, way=way)
        if due.waits is not None or way is None:
            return None
        return _plan(seller_id, due, way, now=now, by=by)


def prospect(seller_id: int, currency: str, *, now: datetime, way: Way | None) -> Prospect:
    calendar = schedule_for(seller_id, currency)
    slot = calendar.slot(now.astimezone(HERE).date())
    entries = list(uncovered(seller_id, currency))
    payable, amount = total(entries, currency), total(payable_now(entries), currency)
    minimum = calendar.minimum(currency)
    waits = _waits(seller_id, payable, amount, minimum, slot, way)
    return Prospect(payable, amount, waits, slot, minimum)


def _waits(seller_id: int, payable: Money, amount: Money, minimum: Money, slot: date, way: Way | None) -> Waits | None:
    done = Payout.objects.filter(seller=seller_id, currency=payable.currency, slot=slot).exclude(status__in=OVER)
    reasons = {
        Waits.NOTHING_PAYABLE: payable.amount <= 0,
        Waits.HELD: open_hold(seller_id) is not None,
        Waits.IN_DISPUTE: amount.amount <= 0,
        Waits.BELOW_MINIMUM: amount < minimum,
        Waits.NO_ACCOUNT: way is None,
        Waits.PAID_BY_PROVIDER: way is not None and way.by_part,
        Waits.NEXT_TIME: done.exists(),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _plan(seller_id: int, due: Prospect, way: Way, *, now: datetime, by: By) -> Payout:
    account = way.account
    if account is None:
        raise ValueError(f"{way.rail.code} was given no bank account")
    lines = payable_now(list(uncovered(seller_id, due.amount.currency)))
    payout = Payout.objects.create(
        number=new_payout_number(now.astimezone(HERE).date()),
        seller_id=seller_id,
        currency=due.amount.currency,
        amount=due.amount.amount,
        rail=way.rail.code,
        slot=due.slot,
        holder=account.holder,
        bank_name=account.bank_name,
        country=account.country,
        account_number=account.account_number,
        bic=account.bic,
        bank_code=account.bank_code,
        planned_at=now,
    )
    start_payout(str(payout.pk), seller_id=seller_id, amount=due.amount)
    payout.posting = LedgerTransaction.objects.get(key=f"payout_started:{payout.pk}")
    payout.save(update_fields=["posting"])
    PayoutLine.objects.bulk_create(PayoutLine(payout=payout, entry=entry) for entry in lines)
    note_payout(payout, before="", by=by, now=now)
    return payout
