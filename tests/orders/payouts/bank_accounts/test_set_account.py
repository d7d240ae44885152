"""Where the money goes: checked, kept by owners alone with their password, told by mail."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.accounts.passwords.change import WrongPassword
from marketplace.events.deliver import deliver_pending
from orders.payouts.bank_accounts.bank_account import SellerBankAccount
from orders.payouts.bank_accounts.check_account import BadBankAccount, BankAccountData, checked
from orders.payouts.bank_accounts.set_account import WAIT, set_bank_account
from tests.factories.accounts import PASSWORD
from tests.factories.sellers import make_member, make_seller
from tests.orders.payouts.selling import MONDAY

VIETNAMESE = BankAccountData(
    currency="VND", holder="Hộ Kinh Doanh Ví Dụ", bank_name="Ngân hàng Ví Dụ", country="VN",
    account_number="1133 6666 8888", bank_code="999999",
)  # fmt: skip
DUTCH = BankAccountData(
    currency="EUR", holder="Voorbeeld B.V.", bank_name="Voorbeeldbank", country="NL",
    account_number="nl91 abna 0417 1643 00", bic="ABNANL2A",
)  # fmt: skip


def test_one_spelling() -> None:
    assert checked(VIETNAMESE).account_number == "113366668888"
    assert checked(DUTCH).account_number == "NL91ABNA0417164300"


@pytest.mark.parametrize(
    ("data", "changes", "field"),
    [
        (DUTCH, {"account_number": "NL92ABNA0417164300"}, "account_number"),
        (DUTCH, {"account_number": "DE89370400440532013000"}, "account_number"),
        (DUTCH, {"bic": ""}, "bic"),
        (DUTCH, {"bic": "ABNADE2A"}, "bic"),
        (DUTCH, {"bic": "nonsense"}, "bic"),
        (DUTCH, {"currency": "XXZ"}, "currency"),
        (DUTCH, {"country": "QQ"}, "country"),
        (DUTCH, {"holder": ""}, "holder"),
        (DUTCH, {"holder": "x" * 71}, "holder"),
        (DUTCH, {"holder": "a\u202eb"}, "holder"),
        (VIETNAMESE, {"bank_code": ""}, "bic"),
        (VIETNAMESE, {"bank_code": "12"}, "bank_code"),
        (VIETNAMESE, {"account_number": "VN12"}, "account_number"),
        (VIETNAMESE, {"account_number": "1" * 20}, "account_number"),
    ],
)
def test_what_cannot_be_an_account_is_refused(data: BankAccountData, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(BadBankAccount) as refusal:
        checked(replace(data, **changes))
    assert refusal.value.field == field


@pytest.mark.django_db
def test_the_first_is_used_at_once_and_a_changed_one_after_three_days() -> None:
    seller = make_seller()
    owner = make_member(seller)
    first = set_bank_account(seller_id=seller.pk, data=DUTCH, by=owner, password=PASSWORD, now=MONDAY)
    assert first.usable_from == MONDAY
    same = set_bank_account(
        seller_id=seller.pk, data=DUTCH, by=owner, password=PASSWORD, now=MONDAY + timedelta(days=1)
    )
    assert same.changed_at == MONDAY
    changed = replace(DUTCH, account_number="NL91 ABNA 0417 1643 00", holder="Ander B.V.")
    later = MONDAY + timedelta(days=2)
    second = set_bank_account(seller_id=seller.pk, data=changed, by=owner, password=PASSWORD, now=later)
    assert second.usable_from == later + WAIT
    assert SellerBankAccount.objects.count() == 1


@pytest.mark.django_db
def test_a_wrong_password_changes_nothing() -> None:
    seller = make_seller()
    with pytest.raises(WrongPassword):
        set_bank_account(seller_id=seller.pk, data=DUTCH, by=make_member(seller), password="guess", now=MONDAY)
    assert not SellerBankAccount.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_every_owner_is_told_with_a_masked_number() -> None:
    seller = make_seller()
    owner, other = make_member(seller), make_member(seller)
    set_bank_account(seller_id=seller.pk, data=DUTCH, by=owner, password=PASSWORD, now=MONDAY)
    deliver_pending(limit=100)
    letters = list(OutgoingLetter.objects.filter(kind="PAYOUT_ACCOUNT"))
    assert {letter.recipient for letter in letters} == {owner.email, other.email}
    assert not any("0417164300" in str(vars(letter)) for letter in letters)
    assert any("4300" in str(vars(letter)) for letter in letters)
    assert not mail.outbox
