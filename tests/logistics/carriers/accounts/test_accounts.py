"""Accounts with carriers: accepted before they are stored, sealed, and found for whoever ships."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from logistics.carrier import Account, Capability
from logistics.carriers.accounts import connect as connecting
from logistics.carriers.accounts.carrier_account import CarrierAccount
from logistics.carriers.accounts.check import check_account
from logistics.carriers.accounts.connect import (
    AlreadyConnected,
    NotAccepted,
    WantsNoAccount,
    change_account,
    connect_account,
    disconnect_account,
    renew_webhook_secret,
)
from logistics.carriers.accounts.find import account_of_key, find_account, find_accounts
from logistics.carriers.accounts.settings import BadSetting
from logistics.carriers.accounts.webhook import door_of
from logistics.carriers.registry import UnknownCarrier, carrier_of, carriers
from tests.factories.accounts import make_user
from tests.factories.carriers import make_carrier_account
from tests.factories.sellers import make_seller
from tests.peers.carriers.ghn import Peer
from tests.peers.carriers.peer import Fault

pytestmark = pytest.mark.django_db
GOOD = {"token": "ghn-token", "shop_id": "885"}


@pytest.fixture
def ghn(monkeypatch: pytest.MonkeyPatch) -> Iterator[Peer]:
    """GHN's trial system, on this machine."""
    with Peer() as peer:
        monkeypatch.setattr("logistics.carriers.ghn.client.TRIAL", peer.url)
        yield peer


def connect(**overrides: Any) -> CarrierAccount:
    values = {"carrier": "ghn", "seller": None, "settings": GOOD, "is_test": True, "by": None}
    return connect_account(**{**values, **overrides})


def test_an_account_is_stored_sealed_and_shown_by_its_last_four(ghn: Peer) -> None:
    row = connect(by=make_user())
    assert (row.is_working, row.shown) == (True, {"token": "••••oken", "shop_id": "885"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM logistics_carrieraccount")
        assert "ghn-token" not in str(cursor.fetchall())
    assert "ghn-token" not in repr(row.account())
    assert row.account().settings["token"] == "ghn-token"
    assert ghn.parcels == {}


def test_what_the_carrier_refuses_is_not_stored(ghn: Peer) -> None:
    with pytest.raises(NotAccepted):
        connect(settings={**GOOD, "token": "another-token"})
    assert not CarrierAccount.objects.exists()


def test_a_carrier_that_is_down_does_not_stand_in_the_way(ghn: Peer) -> None:
    ghn.trouble(Fault.DOWN, times=2)
    row = connect()
    assert (row.is_working, row.checked_at) == (None, None)
    assert check_account(row=row).is_working is None
    assert check_account(row=row).is_working is True
    assert row.checked_at is not None


def test_a_token_that_was_withdrawn_is_noticed(ghn: Peer) -> None:
    row = connect()
    row.sealed_settings = '{"token": "old", "shop_id": "885"}'
    assert check_account(row=row).is_working is False


@pytest.mark.parametrize(
    ("settings", "name", "code"),
    [
        ({"token": "x"}, "shop_id", "REQUIRED"),
        ({**GOOD, "token": "  "}, "token", "REQUIRED"),
        ({**GOOD, "base_url": "http://169.254.169.254"}, "base_url", "NOT_FOUND"),
        ({**GOOD, "webhook_secret": "mine"}, "webhook_secret", "NOT_FOUND"),
        ({**GOOD, "token": "a\r\nHost: evil.example"}, "token", "INVALID"),
        ({**GOOD, "token": "mật-khẩu"}, "token", "INVALID"),
        ({**GOOD, "token": "x" * 2001}, "token", "INVALID"),
    ],
)
def test_settings_are_those_the_carrier_asks_for(settings: dict[str, str], name: str, code: str) -> None:
    with pytest.raises(BadSetting) as refused:
        connect(settings=settings)
    assert (refused.value.name, refused.value.code) == (name, code)
    assert not CarrierAccount.objects.exists()


def test_one_live_account_for_each(ghn: Peer, monkeypatch: pytest.MonkeyPatch) -> None:
    seller = make_seller()
    connect()
    first = connect(seller=seller)
    for owner in (None, seller):
        with pytest.raises(AlreadyConnected):
            connect(seller=owner)
    disconnect_account(row=first)
    again = connect(seller=seller)
    assert again.key != first.key
    # The same when two press at once, and both found nothing.
    monkeypatch.setattr(type(CarrierAccount.objects.all()), "live", lambda rows: rows.none())
    with pytest.raises(AlreadyConnected):
        connecting.connect_account(carrier="ghn", seller=seller, settings=GOOD, is_test=True, by=make_user())


def test_carriers_that_want_none_or_are_none() -> None:
    with pytest.raises(WantsNoAccount):
        connect(carrier="manual")
    with pytest.raises(UnknownCarrier):
        connect(carrier="../etc")


def test_changing_keeps_what_is_left_empty(ghn: Peer) -> None:
    row = connect()
    before = row.settings()
    change_account(row=row, settings={"token": ""})
    assert row.settings() == before
    with pytest.raises(NotAccepted):
        change_account(row=row, settings={"token": "not-accepted"})
    row.refresh_from_db()
    assert row.settings() == before


def test_the_sellers_own_goes_before_the_marketplaces() -> None:
    seller, other = make_seller(), make_seller()
    own, shared = make_carrier_account(seller=seller), make_carrier_account()
    make_carrier_account("ghtk", seller=other)
    assert find_account(carrier="ghn", seller_id=seller.pk) == own.account()
    assert find_account(carrier="ghn", seller_id=other.pk) == shared.account()
    assert find_account(carrier="ghtk", seller_id=seller.pk) is None
    found = find_accounts(seller_ids=[seller.pk, other.pk])
    assert {(key, account.key) for key, account in found.items() if key[0] == seller.pk} == {
        ((seller.pk, "ghn"), own.key)
    }
    assert {carrier for seller_id, carrier in found if seller_id == other.pk} == {"ghn", "ghtk"}


def test_a_disconnected_account_is_gone_for_good() -> None:
    row = make_carrier_account()
    assert account_of_key(carrier="ghn", key=row.key) == row.account()
    assert account_of_key(carrier="ghtk", key=row.key) is None
    disconnect_account(row=row)
    row.refresh_from_db()
    assert (row.sealed_settings.open(), row.shown) == ("", {})
    assert account_of_key(carrier="ghn", key=row.key) is None
    assert find_account(carrier="ghn", seller_id=1) is None


def test_an_account_nobody_can_open_is_as_good_as_none() -> None:
    row = make_carrier_account()
    CarrierAccount.objects.filter(pk=row.pk).update(sealed_settings=type(row.sealed_settings)("gAAAAAbroken"))
    assert account_of_key(carrier="ghn", key=row.key) is None
    row.refresh_from_db()
    assert check_account(row=row).is_working is False


def test_a_new_webhook_secret_shuts_out_the_old_one(ghn: Peer) -> None:
    row = connect()
    before = door_of(row, carrier_of("ghn"))
    secret = renew_webhook_secret(row=row)
    after = door_of(row, carrier_of("ghn"))
    assert before is not None
    assert after is not None
    assert before.address != after.address
    assert after.address.endswith(f"/carriers/ghn/webhooks/{row.key}?secret={secret}")
    assert row.account().settings["token"] == "ghn-token"


def test_where_the_secret_stands() -> None:
    in_address = make_carrier_account("ghtk")
    entered = make_carrier_account("viettel_post")
    ghtk, viettel = door_of(in_address, carrier_of("ghtk")), door_of(entered, carrier_of("viettel_post"))
    assert ghtk is not None
    assert viettel is not None
    assert (ghtk.address.endswith("?hash=w-secret"), ghtk.secret) == (True, "")
    assert ("?" in viettel.address, viettel.secret) == (False, "w-secret")


def test_no_carriers_secret_is_asked_openly() -> None:
    """A field whose name says that it is secret is one; and whoever sends messages says how they prove themselves."""
    for carrier in carriers().values():
        for field in carrier.account_fields:
            assert field.secret or not {"token", "password"} & {field.name}, (carrier.code, field.name)
        if carrier.account_fields and Capability.WEBHOOK in carrier.capabilities:
            own_way = {"vnpost"}  # signs with a key of its own
            assert bool(carrier.webhook_query) != carrier.webhook_secret_is_entered or carrier.code in own_way
    assert Account.none("manual").settings == {}
