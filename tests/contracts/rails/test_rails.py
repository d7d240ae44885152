"""What every way of paying a seller's balance owes the books: pay, reject, reconcile, the same twice.

A rail brings how it is paid, confirmed and refused; the rest is the same for all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest

from i18n.money import Money
from orders.lifecycle.by import SYSTEM
from orders.payouts.discovery import installed_rails
from orders.payouts.ledger.account import payout_in_transit, provider_funds
from orders.payouts.ledger.balance import balance_of
from orders.payouts.own_account import BANK
from orders.payouts.pay import payable_to
from orders.payouts.payout.bank_file import make_payout_file, take_report
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.plan_payouts import plan_payouts
from orders.payouts.payout.settle_payout import confirm_payout, mark_payout_sent, reject_payout
from orders.payouts.payout.states import PayoutStatus
from orders.payouts.rail import CannotReverse, Payee, PayoutAnswer, PayoutRequest, Refusal
from tests.orders.payouts.reports import report
from tests.orders.payouts.selling import MONDAY, earn, make_bank_account

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Case:
    account: dict[str, str]
    send: Callable[[Payout], object]
    confirm: Callable[[Payout], object]
    refuse: Callable[[Payout], object]


def _report(status: str, code: str = "") -> Callable[[Payout], object]:
    return lambda payout: take_report(report(payout, status, code), by=SYSTEM, now=MONDAY)


CASES = {
    "bank_file": Case(
        account={},
        send=lambda payout: make_payout_file(currency=payout.currency, by=SYSTEM, now=MONDAY),
        confirm=_report("ACSC"),
        refuse=_report("RJCT", "AC04"),
    ),
    "manual": Case(
        account={"bic": ""},
        send=lambda payout: mark_payout_sent(payout_id=payout.pk, reference="FT1", by=SYSTEM, now=MONDAY),
        confirm=lambda payout: confirm_payout(payout_id=payout.pk, by=SYSTEM, now=MONDAY),
        refuse=lambda payout: reject_payout(payout_id=payout.pk, by=SYSTEM, now=MONDAY, code="AC04"),
    ),
}
by_balance = pytest.mark.parametrize("code", sorted(CASES))


def _planned(code: str) -> Payout:
    part = earn()
    make_bank_account(part.seller, **CASES[code].account)
    [payout] = plan_payouts(now=MONDAY)
    assert payout.rail == code
    return payout


def _balances(payout: Payout) -> tuple[Money, Money, Money]:
    transit = balance_of(payout_in_transit(payout.seller_id), payout.currency)
    return payable_to(payout.seller_id, payout.currency), transit, balance_of(provider_funds(BANK), payout.currency)


def test_every_rail_has_its_case_or_pays_by_part() -> None:
    by_calendar = {code for code, rail in installed_rails().items() if not rail.pays_by_part}
    assert by_calendar == set(CASES)


@by_balance
def test_paid(code: str) -> None:
    payout = _planned(code)
    zero = Money.zero(payout.currency)
    assert _balances(payout) == (zero, payout.money, zero)
    for _twice in range(2):
        CASES[code].send(payout)
        payout.refresh_from_db()
        assert payout.status == PayoutStatus.SENT
        assert _balances(payout) == (zero, payout.money, zero)
    for _twice in range(2):
        CASES[code].confirm(payout)
        payout.refresh_from_db()
        assert payout.status == PayoutStatus.CONFIRMED
        assert _balances(payout) == (zero, zero, -payout.money)
    assert [event.status for event in payout.events.all()] == ["PLANNED", "SENT", "CONFIRMED"]


@by_balance
def test_refused(code: str) -> None:
    payout = _planned(code)
    CASES[code].send(payout)
    zero = Money.zero(payout.currency)
    for _twice in range(2):
        CASES[code].refuse(payout)
        payout.refresh_from_db()
        assert (payout.status, payout.code) == (PayoutStatus.REJECTED, "AC04")
        assert _balances(payout) == (payout.money, zero, zero)


@by_balance
def test_paid_and_then_sent_back(code: str) -> None:
    payout = _planned(code)
    CASES[code].send(payout)
    CASES[code].confirm(payout)
    CASES[code].refuse(payout)
    zero = Money.zero(payout.currency)
    assert _balances(payout) == (payout.money, zero, zero)


@by_balance
def test_a_rejected_payout_is_paid_by_the_next_one(code: str) -> None:
    payout = _planned(code)
    CASES[code].send(payout)
    CASES[code].refuse(payout)
    [again] = plan_payouts(now=MONDAY + timedelta(days=7))
    assert again.money == payout.money
    assert again.number != payout.number


@by_balance
def test_what_it_cannot_pay_it_says_before_any_money_moves(code: str) -> None:
    rail = installed_rails()[code]
    nobody = Payee(seller_id=1, country="VN")
    assert rail.refuses("EUR", nobody) == Refusal.ACCOUNT_MISSING
    assert rail.refuses("CHF", nobody) == Refusal.CURRENCY_NOT_SUPPORTED
    request = PayoutRequest(uuid4(), nobody, Money.zero("EUR"))
    assert rail.pay(request).answer == PayoutAnswer.REFUSED
    with pytest.raises(CannotReverse):
        rail.reverse("x", amount=Money.zero("EUR"), reversal_id=uuid4())
