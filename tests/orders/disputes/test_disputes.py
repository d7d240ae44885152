from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from i18n.money import Money
from orders.disputes.answer import answer_dispute, write_to_dispute
from orders.disputes.dispute import Dispute
from orders.disputes.held import is_held
from orders.disputes.move_dispute import Said
from orders.disputes.open_dispute import AlreadyDisputed, ClaimTooHigh
from orders.disputes.settle import (
    NothingOffered,
    accept_offer,
    decide_dispute,
    escalate_dispute,
    escalate_overdue_disputes,
    withdraw_dispute,
)
from orders.disputes.states import DISPUTE_MOVES, DisputeStatus
from orders.lifecycle.by import By, Role
from orders.lifecycle.states import IllegalMove
from orders.models import OrderEvent, Refund, SellerOrder
from orders.returns.eligibility import TooEarly, TooLate
from tests.factories.aftermath import make_delivered_order, make_dispute, make_return
from tests.factories.orders import BUYER, SELLER, make_chair, make_paid_order

pytestmark = pytest.mark.django_db
STAFF = By(Role.STAFF)


def disputed() -> Dispute:
    return make_dispute(part())


def part() -> SellerOrder:
    return make_delivered_order((make_chair(price="50.00"), 2)).seller_orders.get()


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def answer(dispute: Dispute, offered: str | None) -> Dispute:
    money = eur(offered) if offered else None
    return answer_dispute(dispute_id=dispute.pk, said=Said("Sorry."), offered=money, by=SELLER, now=timezone.now())


def test_an_offer_that_is_taken_is_owed_back_and_the_money_is_held_until_then() -> None:
    dispute = answer(disputed(), "30.00")
    assert is_held(dispute.seller_order)

    settled = accept_offer(dispute_id=dispute.pk, by=BUYER, now=timezone.now())

    assert (settled.status, settled.refunded) == (DisputeStatus.SETTLED, eur("30.00"))
    assert Refund.objects.get().amount == Decimal("30.00")
    assert not is_held(dispute.seller_order)
    with pytest.raises(IllegalMove):
        accept_offer(dispute_id=dispute.pk, by=BUYER, now=timezone.now())
    assert Refund.objects.count() == 1


def test_an_answer_without_an_offer_cannot_be_taken() -> None:
    dispute = answer(disputed(), None)
    with pytest.raises(NothingOffered):
        accept_offer(dispute_id=dispute.pk, by=BUYER, now=timezone.now())


def test_the_marketplace_decides_what_goes_back() -> None:
    dispute = answer(disputed(), None)
    escalate_dispute(dispute_id=dispute.pk, said=Said("No."), by=BUYER, now=timezone.now())
    decided = decide_dispute(
        dispute_id=dispute.pk, refund=eur("25.00"), said=Said("Half."), by=STAFF, now=timezone.now()
    )
    assert decided.status == DisputeStatus.DECIDED
    assert Refund.objects.get().amount == 25
    assert [message.text for message in decided.messages.all()] == ["It is green, not blue.", "Sorry.", "No.", "Half."]
    assert list(OrderEvent.objects.filter(type__startswith="DISPUTE").values_list("type", flat=True)) == [
        "DISPUTE_OPENED",
        "DISPUTE_ANSWERED",
        "DISPUTE_ESCALATED",
        "DISPUTE_DECIDED",
    ]


def test_a_decision_may_be_that_nothing_goes_back() -> None:
    decided = decide_dispute(
        dispute_id=disputed().pk, refund=eur("0.00"), said=Said("As described."), by=STAFF, now=timezone.now()
    )
    assert decided.refunded == eur("0.00")
    assert not Refund.objects.exists()


def test_nobody_gives_back_more_than_was_paid() -> None:
    dispute = disputed()
    too_much = dispute.claimed + eur("0.01")
    with pytest.raises(ClaimTooHigh):
        answer_dispute(dispute_id=dispute.pk, said=Said(""), offered=too_much, by=SELLER, now=timezone.now())
    with pytest.raises(ClaimTooHigh):
        decide_dispute(dispute_id=dispute.pk, refund=too_much, said=Said(""), by=STAFF, now=timezone.now())
    with pytest.raises(ClaimTooHigh):
        make_dispute(make_paid_delivered(), claimed=eur("999999.00"))
    dispute.refresh_from_db()
    assert dispute.status == DisputeStatus.OPEN and not Refund.objects.exists()


def make_paid_delivered() -> SellerOrder:
    return make_delivered_order().seller_orders.get()


def test_a_part_has_one_open_dispute() -> None:
    dispute = disputed()
    with pytest.raises(AlreadyDisputed):
        make_dispute(dispute.seller_order)
    withdraw_dispute(dispute_id=dispute.pk, by=BUYER, now=timezone.now())
    assert make_dispute(dispute.seller_order).number.endswith("-D2")


def test_silence_of_either_side_calls_the_marketplace() -> None:
    silent, answered = disputed(), answer(disputed(), "1.00")
    assert escalate_overdue_disputes(timezone.now() + timedelta(days=4)) == 0
    assert escalate_overdue_disputes(timezone.now() + timedelta(days=6)) == 2
    assert escalate_overdue_disputes(timezone.now() + timedelta(days=60)) == 0
    for dispute in (silent, answered):
        dispute.refresh_from_db()
        assert (dispute.status, dispute.due_at) == (DisputeStatus.ESCALATED, None)


def test_what_was_never_sent_is_disputed_after_a_while_and_old_orders_are_not() -> None:
    waiting = make_paid_order().seller_orders.get()
    with pytest.raises(TooEarly):
        make_dispute(waiting)
    type(waiting.order).objects.filter(pk=waiting.order_id).update(created_at=timezone.now() - timedelta(days=15))
    assert make_dispute(waiting).status == DisputeStatus.OPEN

    old = part()
    old.events.filter(type="DELIVERED").update(at=timezone.now() - timedelta(days=61))
    with pytest.raises(TooLate):
        make_dispute(old)


def test_words_are_added_while_it_is_open() -> None:
    dispute = disputed()
    write_to_dispute(dispute_id=dispute.pk, said=Said("One more thing."), by=SELLER, now=timezone.now())
    withdraw_dispute(dispute_id=dispute.pk, by=BUYER, now=timezone.now())
    with pytest.raises(IllegalMove):
        write_to_dispute(dispute_id=dispute.pk, said=Said("Too late."), by=SELLER, now=timezone.now())
    assert dispute.messages.count() == 2


def test_an_open_return_holds_the_money_too() -> None:
    delivered = part()
    assert not is_held(delivered)
    make_return(delivered)
    assert is_held(delivered)


def test_every_state_of_a_dispute_is_in_its_table() -> None:
    assert set(DISPUTE_MOVES) == set(DisputeStatus)
