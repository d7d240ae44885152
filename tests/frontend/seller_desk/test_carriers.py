"""Accounts with carriers at the desk: connected, checked, changed, and let go."""

import re
from collections.abc import Iterator

import pytest

from logistics.carriers.accounts.carrier_account import CarrierAccount
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk
from tests.peers.carriers.viettel_post import Peer

PAGE = "carriers/viettel_post"


@pytest.fixture
def viettel(monkeypatch: pytest.MonkeyPatch) -> Iterator[Peer]:
    with Peer() as peer:
        monkeypatch.setattr("logistics.carriers.viettel_post.client.TRIAL", peer.url)
        yield peer


def test_an_account_is_connected_checked_changed_and_let_go(desk: Desk, owner: Person, viettel: Peer) -> None:
    assert "Not connected" in owner.see("carriers")
    wrong = owner.refused(PAGE, "connect", username="0900000000", password="guessed-it", isTest="1")
    assert "The carrier does not accept these credentials" in wrong
    assert "guessed-it" not in wrong
    assert 'id="f-connect-password-error"' in owner.refused(PAGE, "connect", username="0900000000", isTest="1")
    assert not CarrierAccount.objects.exists()

    html = owner.send(PAGE, "connect", username="0900000000", password="vtp-password", isTest="1").content.decode()
    row = CarrierAccount.objects.get(seller=desk.cast.woodworks.seller)
    secret = row.settings()["webhook_secret"]
    assert secret in html
    assert f"/carriers/viettel_post/webhooks/{row.key}" in html
    seen = owner.see(PAGE)
    assert re.search("••••word", seen)
    assert not {secret, "vtp-password"} & set(re.split(r"[\s<>\"]", seen))

    owner.done(PAGE, "check")
    assert "does not accept" in owner.refused(PAGE, "save", password="changed-it")
    owner.done(PAGE, "save", username="0900000000")
    renewed = owner.send(PAGE, "renew").content.decode()
    row.refresh_from_db()
    assert row.settings()["webhook_secret"] in renewed
    assert secret not in renewed
    owner.done(PAGE, "disconnect")
    assert not CarrierAccount.objects.live().exists()


def test_the_operator_has_accounts_of_the_marketplace(desk: Desk, viettel: Peer) -> None:
    operator = Person(desk.cast.operator, "/en/operator/")
    operator.send(PAGE, "connect", username="0900000000", password="vtp-password", isTest="1")
    assert CarrierAccount.objects.get().seller is None
    assert "Connected" in operator.see("carriers")
    assert Person(desk.cast.woodworks.owner, "/en/operator/").get("/en/operator/carriers").status_code == 403


def test_what_has_no_page(owner: Person) -> None:
    for path in ("carriers/manual", "carriers/nobody"):
        assert owner.get(f"{owner.base}{path}").status_code == 404
