"""Payouts and statements at the desk: what is owed, where it goes, and the papers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from orders.lifecycle.by import SYSTEM
from orders.payouts.bank_accounts.bank_account import SellerBankAccount
from orders.payouts.payout.plan_payouts import plan_payouts
from orders.payouts.payout.settle_payout import cancel_payout
from tests.factories.accounts import PASSWORD
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk
from tests.frontend.soundness import problems
from tests.orders.payouts.selling import earn, make_bank_account

pytestmark = pytest.mark.django_db
ACCOUNT = {"currency": "EUR", "holder": "Mộc Ví Dụ", "bankName": "Ngân hàng Ví Dụ", "country": "VN",
           "accountNumber": "1133 6666 8888", "bic": "VIDUVNVX", "password": PASSWORD}  # fmt: skip


def test_an_owner_sets_the_account_and_sees_it_whole(desk: Desk, owner: Person) -> None:
    seller = desk.cast.woodworks.seller
    earn(seller)
    assert "There is no bank account" in owner.see("payouts")
    assert "This is not your password" in owner.refused("payouts", "account", **{**ACCOUNT, "password": "guess"})
    assert "This cannot be right" in owner.refused("payouts", "account", **{**ACCOUNT, "country": "ZZ"})
    assert not SellerBankAccount.objects.exists()
    owner.done("payouts", "account", **ACCOUNT)
    assert "113366668888" in owner.see("payouts")
    manager = Person(desk.cast.woodworks.manager)
    html = manager.see("payouts")
    assert "113366668888" not in html
    assert "••••8888" in html
    assert "Set the account" not in html


def test_what_was_paid_what_was_called_off_and_the_statement(desk: Desk, owner: Person) -> None:
    seller = desk.cast.woodworks.seller
    part = earn(seller)
    make_bank_account(seller, usable_from=timezone.now() - timedelta(days=1))
    [payout] = plan_payouts(now=timezone.now())
    cancel_payout(payout_id=payout.pk, by=SYSTEM, now=timezone.now(), reason="Sai tài khoản")
    html = owner.see("payouts")
    assert payout.number in html
    assert "Sai tài khoản" in html
    assert "will be paid" in html
    statement = owner.see("statement")
    assert part.number in statement
    assert problems(statement, language="en") == []
    assert owner.see("statement?month=nonsense&currency=%00")
