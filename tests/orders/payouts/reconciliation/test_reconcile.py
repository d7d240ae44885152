"""Differences between banks, providers and the ledger are found, listed, explained, and never booked."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from marketplace.accounts.models import User
from orders.bank_statements.entry import BankEntry
from orders.bank_statements.ignore_entry import ignore_entry
from orders.bank_statements.import_statement import import_statement
from orders.lifecycle.by import SYSTEM
from orders.payments.mark_as_paid import mark_as_paid
from orders.payouts.ledger.transaction import LedgerTransaction
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.plan_payouts import plan_payouts
from orders.payouts.payout.settle_payout import confirm_payout, mark_payout_sent
from orders.payouts.reconciliation.difference import Difference, DifferenceKind, DifferenceState
from orders.payouts.reconciliation.reconcile import NoSuchDifference, explain_difference, reconcile
from tests.factories.accounts import make_operator
from tests.factories.orders import make_order
from tests.orders.bank_statements.samples import camt, transfer
from tests.orders.payouts.selling import earn, make_bank_account
from tests.peers.stripe.balance import enter
from tests.peers.stripe.peer import StripePeer
from tests.peers.stripe.switches import Trouble

pytestmark = pytest.mark.django_db


def _bring(by: User, *entries: str, number: str = "1") -> None:
    import_statement(content=camt(*entries, reference=number), file_name="s.xml", by=by)


def _days(count: int) -> str:
    return (timezone.localdate() + timedelta(days=count)).isoformat()


def _now() -> datetime:
    return timezone.now()


def test_a_line_that_nobody_booked_is_listed_once_and_goes_when_it_is_matched() -> None:
    staff, order = make_operator(), make_order()
    _bring(staff, transfer("12.34", text="for what?", day=_days(0)))
    before = LedgerTransaction.objects.count()
    assert [reconcile(now=_now()), reconcile(now=_now())] == [1, 1]
    row = Difference.objects.get()
    assert (row.kind, row.state) == (DifferenceKind.NOT_IN_LEDGER, DifferenceState.OPEN)
    assert (row.at_provider.amount, row.in_ledger.amount) == (Decimal("12.34"), 0)
    assert LedgerTransaction.objects.count() == before, "nothing is adjusted"
    ignore_entry(entry_id=BankEntry.objects.get().pk, reason="interest", by=staff)
    reconcile(now=_now())
    row.refresh_from_db()
    assert (row.state, row.explanation, row.explained_by) == (DifferenceState.EXPLAINED, "interest", staff)
    assert order.status == "UNPAID"


def test_what_staff_said_arrived_and_no_statement_has_is_listed_after_some_days() -> None:
    staff, order = make_operator(), make_order()
    mark_as_paid(order_id=order.pk, reference="by telephone", by=staff)
    assert reconcile(now=_now()) == 0, "without a statement nothing can be said"
    _bring(staff, transfer("1.00", day=_days(1)))
    reconcile(now=_now())
    assert not Difference.objects.filter(kind=DifferenceKind.NOT_AT_PROVIDER).exists(), "the bank may be slow"
    _bring(staff, transfer("2.00", day=_days(9)), number="2")
    reconcile(now=_now())
    row = Difference.objects.get(kind=DifferenceKind.NOT_AT_PROVIDER)
    assert row.about == order.number
    assert row.in_ledger.amount == order.total_amount


def _paid_payout() -> Payout:
    make_bank_account(earn().seller)
    [payout] = plan_payouts(now=_now())
    mark_payout_sent(payout_id=payout.pk, reference="", by=SYSTEM, now=_now())
    return confirm_payout(payout_id=payout.pk, by=SYSTEM, now=_now())


def test_a_payout_is_known_by_its_number_and_amount() -> None:
    staff, payout = make_operator(), _paid_payout()
    other = transfer("1.00", day=_days(9))
    words = f"Payout {payout.number}"
    _bring(staff, transfer(str(payout.money.amount), text=words, direction="DBIT", day=_days(1)), other)
    reconcile(now=_now())
    assert [row.at_provider.amount for row in Difference.objects.all()] == [Decimal("1.00")]


def test_a_payout_of_another_amount_is_two_differences() -> None:
    staff, payout = make_operator(), _paid_payout()
    _bring(staff, transfer("5.00", text=f"Payout {payout.number}", direction="DBIT", day=_days(9)))
    reconcile(now=_now())
    assert {row.kind for row in Difference.objects.all()} == {"NOT_IN_LEDGER", "NOT_AT_PROVIDER"}


def test_an_explanation_has_its_author_and_a_new_figure_opens_it_again() -> None:
    staff = make_operator()
    _bring(staff, transfer("12.34", day=_days(0)))
    reconcile(now=_now())
    row = Difference.objects.get()
    explain_difference(difference_id=row.pk, explanation="a supplier's refund", by=staff, now=_now())
    reconcile(now=_now())
    row.refresh_from_db()
    assert (row.state, row.explained_by, row.explanation) == ("EXPLAINED", staff, "a supplier's refund")
    Difference.objects.filter(pk=row.pk).update(provider_amount=Decimal(1))
    reconcile(now=_now())
    row.refresh_from_db()
    assert (row.state, row.explanation) == ("OPEN", "")
    with pytest.raises(NoSuchDifference):
        explain_difference(difference_id=0, explanation="x", by=staff, now=_now())


def test_what_stripe_holds_beside_the_ledger(peer: StripePeer) -> None:
    assert reconcile(now=_now()) == 0
    enter(peer.world, "charge", "ch_unknown", amount=1234, currency="eur")
    assert reconcile(now=_now()) == 1
    row = Difference.objects.get()
    assert (row.kind, row.gateway, row.at_provider.amount) == ("BALANCE_DIFFERS", "stripe", Decimal("12.34"))
    peer.switches.meet(Trouble.SERVER_ERROR, times=20)
    reconcile(now=_now())
    row.refresh_from_db()
    assert row.gone_at is None, "what is known stays while the provider is silent"
