"""Payouts are planned from the ledger: what is payable, to the last unit, once."""

from datetime import timedelta
from decimal import Decimal

import pytest

from i18n.money import Money
from orders.disputes.dispute import Dispute, DisputeReason
from orders.lifecycle.by import SYSTEM
from orders.payments.chargeback import Chargeback
from orders.payments.payment import Payment
from orders.payouts.ledger.account import payout_in_transit
from orders.payouts.ledger.balance import balance_of
from orders.payouts.pay import payable_to
from orders.payouts.payout.choose_rail import way_to
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.plan_payouts import Waits, plan_payout, plan_payouts, prospect
from orders.payouts.payout.settle_payout import cancel_payout, confirm_payout, mark_payout_sent, reject_payout
from orders.payouts.payout.states import PAYOUT_MOVES, IllegalPayoutMove, PayoutStatus
from orders.payouts.payout.uncovered import total, uncovered
from orders.payouts.schedule.hold import PayoutsHeld, hold_payouts, release_payouts
from orders.payouts.schedule.schedule import PayoutFrequency, PayoutSchedule
from tests.factories.accounts import make_operator
from tests.factories.sellers import make_seller
from tests.orders.payouts.selling import MONDAY, earn, give_back, make_bank_account

pytestmark = pytest.mark.django_db


def _lines(payout: Payout) -> Money:
    return total([line.entry for line in payout.lines.select_related("entry")], payout.currency)


def _why(seller_id: int, now=MONDAY) -> Waits | None:  # type: ignore[no-untyped-def]  # a datetime
    return prospect(seller_id, "EUR", now=now, way=way_to(seller_id, "EUR", now=now)).waits


def test_a_payout_is_what_was_payable_and_sets_it_aside() -> None:
    part = earn()
    make_bank_account(part.seller)
    before = payable_to(part.seller_id, "EUR")
    [payout] = plan_payouts(now=MONDAY)
    assert payout.money == before
    assert _lines(payout) == before
    assert payable_to(part.seller_id, "EUR") == Money.zero("EUR")
    assert balance_of(payout_in_transit(part.seller_id), "EUR") == before
    assert payout.status == PayoutStatus.PLANNED
    assert payout.rail == "bank_file"


def test_planning_twice_plans_once() -> None:
    part = earn()
    make_bank_account(part.seller)
    assert len(plan_payouts(now=MONDAY)) == 1
    assert plan_payouts(now=MONDAY) == []
    earn(part.seller)
    assert plan_payouts(now=MONDAY + timedelta(days=3)) == []
    assert _why(part.seller_id) == Waits.NEXT_TIME
    [second] = plan_payouts(now=MONDAY + timedelta(days=7))
    assert _lines(second) == second.money


def test_what_was_given_back_after_the_payout_is_taken_off_the_next() -> None:
    seller = make_seller()
    make_bank_account(seller)
    first = earn(seller)
    [paid] = plan_payouts(now=MONDAY)
    give_back(first, "50.00")
    assert payable_to(seller.pk, "EUR").amount < 0
    assert _why(seller.pk, MONDAY + timedelta(days=7)) == Waits.NOTHING_PAYABLE
    earn(seller)
    [next_one] = plan_payouts(now=MONDAY + timedelta(days=7))
    assert next_one.money == _lines(next_one)
    assert next_one.money < paid.money
    assert next_one.lines.count() == 2


@pytest.mark.parametrize("end", ["rejected", "canceled", "returned"])
def test_money_that_did_not_arrive_is_payable_again_and_paid_once(end: str) -> None:
    part = earn()
    make_bank_account(part.seller)
    before = payable_to(part.seller_id, "EUR")
    [payout] = plan_payouts(now=MONDAY)
    if end == "canceled":
        cancel_payout(payout_id=payout.pk, by=SYSTEM, now=MONDAY, reason="wrong account")
        cancel_payout(payout_id=payout.pk, by=SYSTEM, now=MONDAY, reason="again")
    else:
        mark_payout_sent(payout_id=payout.pk, reference="", by=SYSTEM, now=MONDAY)
        if end == "returned":
            confirm_payout(payout_id=payout.pk, by=SYSTEM, now=MONDAY)
        reject_payout(payout_id=payout.pk, by=SYSTEM, now=MONDAY, code="AC04")
        reject_payout(payout_id=payout.pk, by=SYSTEM, now=MONDAY, code="AC04")
    assert payable_to(part.seller_id, "EUR") == before
    assert balance_of(payout_in_transit(part.seller_id), "EUR") == Money.zero("EUR")
    again = plan_payout(part.seller_id, "EUR", now=MONDAY)
    assert again is not None
    assert again.money == before == _lines(again)


def test_every_move_that_the_table_does_not_know_is_refused_and_changes_nothing() -> None:
    part = earn()
    make_bank_account(part.seller)
    [payout] = plan_payouts(now=MONDAY)
    with pytest.raises(IllegalPayoutMove):
        confirm_payout(payout_id=payout.pk, by=SYSTEM, now=MONDAY)
    with pytest.raises(IllegalPayoutMove):
        reject_payout(payout_id=payout.pk, by=SYSTEM, now=MONDAY)
    payout.refresh_from_db()
    assert payout.status == PayoutStatus.PLANNED
    assert payout.events.count() == 1
    assert {state for state, after in PAYOUT_MOVES.items() if not after} == {"REJECTED", "CANCELED"}


def test_a_held_seller_gets_nothing_and_nothing_planned_is_sent() -> None:
    part, operator = earn(), make_operator()
    make_bank_account(part.seller)
    [payout] = plan_payouts(now=MONDAY)
    hold_payouts(seller_id=part.seller_id, reason="Is it their account?", by=operator, now=MONDAY)
    with pytest.raises(PayoutsHeld):
        mark_payout_sent(payout_id=payout.pk, reference="", by=SYSTEM, now=MONDAY)
    earn(part.seller)
    assert plan_payouts(now=MONDAY + timedelta(days=7)) == []
    assert _why(part.seller_id, MONDAY + timedelta(days=7)) == Waits.HELD
    assert release_payouts(seller_id=part.seller_id, by=operator, now=MONDAY)
    assert not release_payouts(seller_id=part.seller_id, by=operator, now=MONDAY)
    assert len(plan_payouts(now=MONDAY + timedelta(days=7))) == 1


def test_a_part_in_dispute_waits_and_the_others_are_paid() -> None:
    seller = make_seller()
    make_bank_account(seller)
    disputed = earn(seller)
    Dispute.objects.create(
        seller_order=disputed, position=1, number="D1", reason=DisputeReason.DAMAGED, claimed_amount=5, opened_at=MONDAY
    )
    assert plan_payouts(now=MONDAY) == []
    assert _why(seller.pk) == Waits.IN_DISPUTE
    other = earn(seller)
    [payout] = plan_payouts(now=MONDAY)
    assert {line.entry.transaction.seller_order_id for line in payout.lines.all()} == {other.pk}
    assert payable_to(seller.pk, "EUR") == total(list(uncovered(seller.pk, "EUR")), "EUR")


def test_a_chargeback_holds_what_its_order_earned() -> None:
    part = earn()
    make_bank_account(part.seller)
    payment = Payment.objects.get(order=part.order)
    row = Chargeback.objects.create(
        payment=payment, reference="dp_1", currency="EUR", amount=Decimal(1), opened_at=MONDAY
    )
    assert plan_payouts(now=MONDAY) == []
    row.delete()
    assert len(plan_payouts(now=MONDAY)) == 1


def test_less_than_the_minimum_and_no_account_wait() -> None:
    part = earn()
    assert _why(part.seller_id) == Waits.NO_ACCOUNT
    account = make_bank_account(part.seller, usable_from=MONDAY + timedelta(days=1))
    assert _why(part.seller_id) == Waits.NO_ACCOUNT, "a changed account waits"
    account.usable_from = MONDAY
    account.save()
    rule = PayoutSchedule.objects.create(
        seller=part.seller, currency="EUR", frequency=PayoutFrequency.DAILY, minimum_amount=Decimal(10_000)
    )
    assert _why(part.seller_id) == Waits.BELOW_MINIMUM
    rule.minimum_amount = Decimal(1)
    rule.save()
    assert len(plan_payouts(now=MONDAY)) == 1
