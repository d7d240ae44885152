"""What the database has of a bank account, and what becomes of it when there is a new key or an older table."""

from importlib import import_module
from io import StringIO
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import override_settings

from orders.payouts.bank_accounts.bank_account import SellerBankAccount
from orders.payouts.bank_accounts.sharing import sellers_sharing
from tests.factories.sellers import make_seller
from tests.orders.payouts.selling import make_bank_account

SEALING = import_module("orders.migrations.0011_seal_what_is_there")

pytestmark = pytest.mark.django_db


def stored() -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT holder, account_number, account_tail, account_fingerprint FROM orders_sellerbankaccount ORDER BY id"
        )
        return [tuple(row) for row in cursor.fetchall()]


def test_the_table_has_nothing_that_could_be_paid_to() -> None:
    first, second = make_bank_account(make_seller()), make_bank_account(make_seller())
    other = make_bank_account(make_seller(), account_number="99990000")
    for holder, number, tail, _print in stored():
        assert "Ví Dụ" not in holder and "8888" not in number
        assert len(tail) == 4
    assert first.masked == "••••8888" and "1133" not in f"{first} {first!r} {vars(first)}"
    assert sellers_sharing([first, other, second]) == [[second.seller], [], [first.seller]]


def test_an_older_table_is_sealed_and_can_be_opened_again() -> None:
    make_bank_account(make_seller())
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE orders_sellerbankaccount SET holder='Hộ Ví Dụ', account_number='113366668888', account_tail='', "
            "account_fingerprint=''"
        )
    editor = SimpleNamespace(connection=connection)
    SEALING.seal(apps, editor)
    row = SellerBankAccount.objects.get()
    assert (row.holder.open(), row.account_number.open(), row.masked) == ("Hộ Ví Dụ", "113366668888", "••••8888")
    assert len(row.account_fingerprint) == 64 and "Ví Dụ" not in stored()[0][0]
    SEALING.unseal(apps, editor)
    assert stored()[0][:2] == ("Hộ Ví Dụ", "113366668888")


def test_everything_moves_to_a_new_key_and_then_does_without_the_old_one() -> None:
    old, new = "o" * 40, "n" * 40
    with override_settings(SEALING_KEYS=(old,), SECRET_KEY="s" * 40):
        print_before = make_bank_account(make_seller()).account_fingerprint
    with override_settings(SEALING_KEYS=(new, old), SECRET_KEY="s" * 40):
        said = StringIO()
        call_command("reseal", stdout=said)
        assert said.getvalue().startswith("2 secrets moved to the newest key, 0 lay")
        call_command("reseal", stdout=said)
        assert "0 secrets moved to the newest key, 2 lay" in said.getvalue(), "twice changes nothing"
    with override_settings(SEALING_KEYS=(new,), SECRET_KEY="t" * 40):
        row = SellerBankAccount.objects.get()
        assert row.account_number.open() == "113366668888" and row.account_fingerprint != print_before
    before = stored()
    unknown = override_settings(SEALING_KEYS=("x" * 40,), SECRET_KEY="x" * 40)
    with unknown, pytest.raises(CommandError, match=r"SellerBankAccount\.account_number"):
        call_command("reseal", stdout=StringIO())
    assert stored() == before, "what no key opens is left as it is"
