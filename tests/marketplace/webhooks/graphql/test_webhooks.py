"""Who may have programs told of what; a refusal changes nothing."""

from typing import Any

import pytest

from marketplace.accounts.models import User
from marketplace.accounts.tokens.access import make_access_token
from marketplace.graphql import to_global_id
from marketplace.schema import execute
from marketplace.webhooks.delivery import WebhookDelivery
from marketplace.webhooks.webhook import Webhook
from tests.cast import Cast, assemble
from tests.factories.webhooks import make_delivery, make_webhook

pytestmark = pytest.mark.django_db
CREATE = """mutation($input: WebhookCreateInput!) {
  webhookCreate(input: $input) { webhook { id seller { slug } events } secret errors { field code } }
}"""
DEED = "mutation($id: ID!) { %s(id: $id) { errors { code } } }"
LIST = "query($seller: ID) { webhooks(seller: $seller) { name } }"
GOOD = {"name": "Kho", "targetUrl": "https://hooks.example.org/in", "events": ["ORDER_PAID", "ORDER_PAID"]}


@pytest.fixture
def cast() -> Cast:
    return assemble()


def ask(document: str, variables: dict[str, Any], user: User | None) -> dict[str, Any]:
    return execute(document, variables, token=make_access_token(user) if user else None).to_dict()


def code(answer: dict[str, Any]) -> str:
    """The one code of an answer, ``""`` for a success."""
    if answer.get("errors"):
        return str(answer["errors"][0]["extensions"]["code"])
    [payload] = answer["data"].values()
    return str(payload["errors"][0]["code"]) if payload["errors"] else ""


def callers(cast: Cast) -> dict[str, User | None]:
    return {
        "nobody": None,
        "buyer": cast.buyer,
        "stranger": cast.pottery.owner,
        "packer": cast.woodworks.packer,
        "manager": cast.woodworks.manager,
        "owner": cast.woodworks.owner,
        "operator": cast.operator,
        "expo": cast.expo_officer,
    }


def test_who_may_add_a_sellers_webhook(cast: Cast) -> None:
    given = {"input": {**GOOD, "seller": to_global_id("Seller", cast.woodworks.seller.pk)}}
    answers = {name: code(ask(CREATE, given, user)) for name, user in callers(cast).items()}
    assert answers == {
        "nobody": "UNAUTHENTICATED", "buyer": "NOT_FOUND", "stranger": "NOT_FOUND", "packer": "PERMISSION_DENIED",
        "manager": "", "owner": "", "operator": "NOT_FOUND", "expo": "NOT_FOUND",
    }  # fmt: skip
    assert Webhook.objects.count() == 2


def test_who_may_add_the_operators(cast: Cast) -> None:
    answers = {name: code(ask(CREATE, {"input": GOOD}, user)) for name, user in callers(cast).items()}
    assert {name for name, refusal in answers.items() if not refusal} == {"operator"}
    assert Webhook.objects.get().seller is None


@pytest.mark.parametrize("deed", ["webhookTest", "webhookRotateSecret", "webhookDelete", "webhookReplay"])
def test_who_may_use_one(cast: Cast, deed: str) -> None:
    webhook = make_webhook(seller=cast.woodworks.seller)
    delivery = make_delivery(webhook)
    named = {"webhookReplay": ("WebhookDelivery", delivery.pk)}.get(deed, ("Webhook", webhook.pk))
    id = {"id": to_global_id(*named)}
    before = list(Webhook.objects.values()), WebhookDelivery.objects.count()
    for name, user in callers(cast).items():
        if name not in {"manager", "owner"}:
            assert code(ask(DEED % deed, id, user)) in {"UNAUTHENTICATED", "NOT_FOUND", "PERMISSION_DENIED"}, name
    assert before == (list(Webhook.objects.values()), WebhookDelivery.objects.count())
    assert code(ask(DEED % deed, id, cast.woodworks.manager)) == ""


def test_the_secret_is_told_once_and_events_count_once(cast: Cast) -> None:
    made = ask(CREATE, {"input": GOOD}, cast.operator)["data"]["webhookCreate"]
    assert made["secret"].startswith("whsec_")
    assert made["webhook"]["events"] == ["ORDER_PAID"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"targetUrl": "http://hooks.example.org/"}, "targetUrl"),
        ({"targetUrl": "https://169.254.169.254/latest"}, "targetUrl"),
        ({"events": []}, "events"),
        ({"events": ["PING"]}, "events"),
        ({"name": " "}, "name"),
        ({"name": "x" * 121}, "name"),
    ],
)
def test_what_is_refused(cast: Cast, change: dict[str, Any], field: str) -> None:
    answer = ask(CREATE, {"input": {**GOOD, **change}}, cast.operator)
    assert answer["data"]["webhookCreate"]["errors"] == [{"field": field, "code": "INVALID"}]
    assert not Webhook.objects.exists()


def test_ten_are_enough(cast: Cast) -> None:
    for _ in range(10):
        make_webhook()
    assert code(ask(CREATE, {"input": GOOD}, cast.operator)) == "INVALID"


def test_each_reads_its_own(cast: Cast) -> None:
    make_webhook(seller=cast.woodworks.seller, name="của Mộc")
    make_webhook(name="operator's")
    own = {"seller": to_global_id("Seller", cast.woodworks.seller.pk)}
    assert ask(LIST, own, cast.woodworks.manager)["data"]["webhooks"] == [{"name": "của Mộc"}]
    assert ask(LIST, {}, cast.operator)["data"]["webhooks"] == [{"name": "operator's"}]
    for user in (cast.woodworks.owner, cast.buyer, None):
        assert ask(LIST, {}, user).get("errors")
    assert ask(LIST, own, cast.pottery.owner).get("errors")
