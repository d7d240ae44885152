"""Who may connect carriers for whom; a refusal changes nothing, and no secret is ever read back."""

from collections.abc import Iterator
from typing import Any

import pytest

from logistics.carriers.accounts.carrier_account import CarrierAccount
from marketplace.accounts.models import User
from marketplace.accounts.tokens.access import make_access_token
from marketplace.graphql import to_global_id
from marketplace.schema import execute
from tests.cast import Cast, assemble
from tests.factories.carriers import make_carrier_account
from tests.peers.carriers.ghn import Peer

pytestmark = pytest.mark.django_db
CONNECT = """mutation($input: CarrierAccountConnectInput!) { carrierAccountConnect(input: $input) {
  account { id isTest isWorking seller { slug } carrier { code name } settings { name label value } webhookAddress }
  webhook { address secret } errors { field code } } }"""
DEED = "mutation($id: ID!) { %s(id: $id) { errors { code } } }"
UPDATE = """mutation($id: ID!, $settings: [CarrierAccountSettingInput!]!) { carrierAccountUpdate(id: $id,
  settings: $settings) { account { settings { name value } } errors { field code } } }"""
LIST = "query($seller: ID) { carrierAccounts(seller: $seller) { carrier { code } seller { slug } } }"
ONE = "query($id: ID!) { carrierAccount(id: $id) { carrier { code } } }"
SETTINGS = [{"name": "token", "value": "ghn-token"}, {"name": "shop_id", "value": "885"}]
GOOD = {"carrier": "ghn", "isTest": True, "settings": SETTINGS}


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def ghn(monkeypatch: pytest.MonkeyPatch) -> Iterator[Peer]:
    with Peer() as peer:
        monkeypatch.setattr("logistics.carriers.ghn.client.TRIAL", peer.url)
        yield peer


def ask(document: str, variables: dict[str, Any], user: User | None) -> dict[str, Any]:
    return execute(document, variables, token=make_access_token(user) if user else None).to_dict()


def code(answer: dict[str, Any]) -> str:
    """The one code of an answer, ``""`` for a success."""
    if answer.get("errors"):
        return str(answer["errors"][0]["extensions"]["code"])
    [payload] = answer["data"].values()
    errors = payload["errors"] if isinstance(payload, dict) and "errors" in payload else []
    return str(errors[0]["code"]) if errors else ""


def callers(cast: Cast) -> dict[str, User | None]:
    return {
        "nobody": None,
        "buyer": cast.buyer,
        "stranger": cast.pottery.owner,
        "packer": cast.woodworks.packer,
        "expo": cast.expo_officer,
        "operator": cast.operator,
        "manager": cast.woodworks.manager,
        "owner": cast.woodworks.owner,
    }


def test_who_may_connect_a_sellers(cast: Cast, ghn: Peer) -> None:
    given = {"input": {**GOOD, "seller": to_global_id("Seller", cast.woodworks.seller.pk)}}
    answers = {name: code(ask(CONNECT, given, user)) for name, user in callers(cast).items() if name != "owner"}
    assert answers == {
        "nobody": "UNAUTHENTICATED", "buyer": "NOT_FOUND", "stranger": "NOT_FOUND", "packer": "PERMISSION_DENIED",
        "expo": "NOT_FOUND", "operator": "NOT_FOUND", "manager": "",
    }  # fmt: skip
    assert CarrierAccount.objects.get().connected_by == cast.woodworks.manager
    assert code(ask(CONNECT, given, cast.woodworks.owner)) == "UNIQUE"


def test_who_may_connect_the_marketplaces(cast: Cast, ghn: Peer) -> None:
    answers = {name: code(ask(CONNECT, {"input": GOOD}, user)) for name, user in callers(cast).items()}
    assert {name for name, refusal in answers.items() if not refusal} == {"operator"}
    assert CarrierAccount.objects.get().seller is None


@pytest.mark.parametrize("owner", ["seller", "marketplace"])
def test_who_may_use_one(cast: Cast, owner: str) -> None:
    account = make_carrier_account(seller=cast.woodworks.seller if owner == "seller" else None)
    given = {"id": to_global_id("CarrierAccount", account.pk)}
    may = {"manager", "owner"} if owner == "seller" else {"operator"}
    deeds = {
        ONE: {}, UPDATE: {"settings": [{"name": "token", "value": "t2"}]}, DEED % "carrierAccountCheck": {},
        DEED % "carrierAccountRenewWebhookSecret": {}, DEED % "carrierAccountDisconnect": {},
    }  # fmt: skip
    before = list(CarrierAccount.objects.values())
    for document, more in deeds.items():
        for name, user in callers(cast).items():
            if name not in may:
                refusal = code(ask(document, {**given, **more}, user))
                assert refusal in {"UNAUTHENTICATED", "NOT_FOUND", "PERMISSION_DENIED"}, (document, name)
    assert list(CarrierAccount.objects.values()) == before
    for document, more in deeds.items():
        assert code(ask(document, {**given, **more}, callers(cast)[min(may)])) == "", document
    assert CarrierAccount.objects.live().count() == 0


def test_no_secret_is_read_back(cast: Cast, ghn: Peer) -> None:
    given = {"input": {**GOOD, "seller": to_global_id("Seller", cast.woodworks.seller.pk)}}
    made = ask(CONNECT, given, cast.woodworks.owner)["data"]["carrierAccountConnect"]
    row = CarrierAccount.objects.get()
    assert made["account"]["settings"] == [
        {"name": "token", "label": "API token", "value": "••••oken"},
        {"name": "shop_id", "label": "Shop number", "value": "885"},
    ]
    assert "ghn-token" not in str(made)
    assert made["account"]["isWorking"] is True
    address = made["account"]["webhookAddress"]
    secret = row.settings()["webhook_secret"]
    assert secret not in address
    assert made["webhook"] == {"address": f"{address}?secret={secret}", "secret": None}


def test_refusals_name_the_field(cast: Cast, ghn: Peer) -> None:
    for change, expected in (
        ({"settings": SETTINGS[:1]}, {"field": "settings.shopId", "code": "REQUIRED"}),
        ({"settings": [*SETTINGS, {"name": "base_url", "value": "http://[::1]/"}]}, {"code": "NOT_FOUND"}),
        ({"settings": [{"name": "token", "value": "wrong"}, SETTINGS[1]]}, {"code": "CREDENTIALS_REFUSED"}),
        ({"carrier": "nobody"}, {"field": "carrier", "code": "NOT_FOUND"}),
        ({"carrier": "manual"}, {"field": "carrier", "code": "INVALID"}),
        ({"settings": SETTINGS * 11}, {"field": "settings", "code": "INVALID"}),
    ):
        [error] = ask(CONNECT, {"input": {**GOOD, **change}}, cast.operator)["data"]["carrierAccountConnect"]["errors"]
        assert expected.items() <= error.items(), change
    assert not CarrierAccount.objects.exists()


def test_each_reads_its_own(cast: Cast) -> None:
    make_carrier_account(seller=cast.woodworks.seller)
    make_carrier_account("ghtk")
    own = {"seller": to_global_id("Seller", cast.woodworks.seller.pk)}
    seen = ask(LIST, own, cast.woodworks.manager)["data"]["carrierAccounts"]
    assert [(one["carrier"]["code"], one["seller"]["slug"]) for one in seen] == [("ghn", cast.woodworks.seller.slug)]
    seen = ask(LIST, {}, cast.operator)["data"]["carrierAccounts"]
    assert [(one["carrier"]["code"], one["seller"]) for one in seen] == [("ghtk", None)]
    assert code(ask(LIST, own, cast.woodworks.packer)) == "PERMISSION_DENIED"
    assert code(ask(LIST, own, cast.operator)) == "NOT_FOUND"
    assert code(ask(LIST, {}, cast.woodworks.owner)) == "PERMISSION_DENIED"


def test_carriers_say_what_they_can_and_want() -> None:
    document = """{ carriers { code name capabilities addressForm labelFormats
      accountFields { name label isSecret isRequired } } }"""
    found = {one["code"]: one for one in ask(document, {}, None)["data"]["carriers"]}
    assert found["manual"]["capabilities"] == ["BOOK"]
    assert found["manual"]["accountFields"] == []
    assert found["ghtk"]["addressForm"] == "VN_PRE_2025"
    assert found["ghtk"]["labelFormats"] == ["PDF"]
    assert "TRACK" not in found["viettel_post"]["capabilities"]
    assert found["viettel_post"]["accountFields"][1] == {
        "name": "password", "label": "Password", "isSecret": True, "isRequired": True
    }  # fmt: skip
