"""What holds for the gateways that ask nobody; ``tests/contracts/gateways`` holds every one to an order's course."""

import dataclasses
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from stdnum import iban, iso11649

from i18n.money import Money
from marketplace.channels.models import Channel
from marketplace.environment import environment
from orders.payments import gateways
from orders.payments.bank.accounts import DEMONSTRATION, account_for, read_accounts
from orders.payments.discovery import UnknownGateway, available_gateway, available_gateways, installed_gateways
from orders.payments.gateway import Answer, Gateway, PaymentRequest
from orders.payments.gateways.bank_transfer.gateway import creditor_reference
from tests.factories.orders import ACCEPTED_CARD, DECLINED_CARD

CURRENCIES = ("EUR", "USD", "JPY", "KRW", "VND")
REQUEST = PaymentRequest(UUID(int=7), "BDM-2026-000123", Money(Decimal("288.20"), "EUR"), date(2026, 11, 28))
BY_THEMSELVES = [installed_gateways()[code] for code in ("bank_transfer", "test_card")]
EVERY_GATEWAY = pytest.mark.parametrize("gateway", BY_THEMSELVES, ids=lambda gateway: gateway.code)


def test_every_folder_is_a_gateway() -> None:
    folders = {path.parent.name for path in Path(gateways.__path__[0]).glob("*/gateway.py")}
    assert folders == set(installed_gateways()) == {"bank_transfer", "buyer_credit", "stripe", "test_card"}


@EVERY_GATEWAY
def test_it_says_what_it_is(gateway: Gateway) -> None:
    assert gateway.name
    assert gateway.description
    assert gateway.pays_within.total_seconds() > 0
    assert all(gateway.accepts(currency) for currency in CURRENCIES)


@EVERY_GATEWAY
def test_starting_moves_no_money_and_gives_the_same_reference_twice(gateway: Gateway) -> None:
    first, second = gateway.start(REQUEST), gateway.start(REQUEST)
    assert first == second
    assert first.answer == Answer.WAITING
    assert 0 < len(first.reference) <= 60


@EVERY_GATEWAY
def test_the_same_key_is_the_same_charge(gateway: Gateway) -> None:
    first = gateway.capture(REQUEST, data=ACCEPTED_CARD, key="one")
    again = gateway.capture(REQUEST, data=ACCEPTED_CARD, key="one")
    assert first == again
    assert first.answer == (Answer.DONE if gateway.captures_at_once else Answer.WAITING)


@EVERY_GATEWAY
def test_the_same_key_is_the_same_refund(gateway: Gateway) -> None:
    refunds = [gateway.refund(REQUEST, amount=Money(Decimal("10.00"), "EUR"), key="r") for _ in range(2)]
    assert refunds[0] == refunds[1]
    assert refunds[0].answer in (Answer.DONE, Answer.WAITING)


@EVERY_GATEWAY
def test_either_it_charges_or_it_says_how_to_pay(gateway: Gateway) -> None:
    assert (gateway.instructions(REQUEST) is None) == gateway.captures_at_once


@EVERY_GATEWAY
def test_nonsense_from_the_buyer_charges_nothing(gateway: Gateway) -> None:
    for data in ({}, {"card_number": ""}, {"card_number": "x" * 500}, DECLINED_CARD):
        assert gateway.capture(REQUEST, data=data, key="k").answer != Answer.DONE


def test_a_declined_card_says_so() -> None:
    card = installed_gateways()["test_card"]
    assert card.capture(REQUEST, data=DECLINED_CARD, key="k").code == "CARD_DECLINED"


def test_test_gateways_say_test_and_need_the_setting(settings: Any) -> None:
    assert all(("TEST" in gateway.name) == gateway.is_test for gateway in installed_gateways().values())
    assert [gateway.code for gateway in available_gateways("EUR", Channel())] == ["bank_transfer", "test_card"]
    settings.TEST_PAYMENTS = False
    assert [gateway.code for gateway in available_gateways("EUR", Channel())] == ["bank_transfer"]
    with pytest.raises(UnknownGateway):
        available_gateway("test_card", "EUR", Channel())


def test_production_has_neither_test_cards_nor_demonstration_accounts(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.TEST_PAYMENTS = True
    production = dataclasses.replace(environment, mode="production")
    for module in ("orders.payments.discovery", "orders.payments.bank.accounts"):
        monkeypatch.setattr(f"{module}.environment", production)
    assert available_gateways("EUR", Channel()) == []
    assert account_for("EUR") is None


def test_a_currency_without_an_account_cannot_be_transferred() -> None:
    assert not installed_gateways()["bank_transfer"].accepts("KWD")


def test_the_reference_is_a_valid_structured_creditor_reference() -> None:
    assert creditor_reference("BDM-2026-000123") == "RF20BDM2026000123"
    for number in range(1, 400):
        assert iso11649.is_valid(creditor_reference(f"BDM-2026-{number:06d}"))


def test_the_demonstration_accounts_are_plainly_that() -> None:
    accounts = read_accounts(DEMONSTRATION, is_demonstration=True)
    assert set(accounts) == set(CURRENCIES)
    assert iban.is_valid(accounts["EUR"].account_number)
    assert all("DEMO" in account.account_number and "DEMO" in account.bic for account in accounts.values())


def test_an_installations_own_accounts_take_their_place(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    (tmp_path / "bank_accounts.toml").write_text(
        '[[account]]\ncurrency="EUR"\nbank_name="B"\naccount_holder="H"\naccount_number="N"\nbic="C"\n'
    )
    account = account_for("EUR")
    assert account is not None
    assert (account.account_holder, account.is_demonstration) == ("H", False)
    assert account_for("USD") is None
