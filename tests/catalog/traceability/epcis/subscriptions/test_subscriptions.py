"""Receivers are told of what a named query gives: signed, in order, until they have it, and no more."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from catalog.traceability.epcis.capture.capture_event import capture_event
from catalog.traceability.epcis.event import Audience, EpcisEvent
from catalog.traceability.epcis.events import EpcisEventsCaptured
from catalog.traceability.epcis.named_queries.create_named_query import create_named_query
from catalog.traceability.epcis.subscriptions.notify import LEASE, notify_subscribers
from catalog.traceability.epcis.subscriptions.remember import remember_for_subscribers
from catalog.traceability.epcis.subscriptions.subscribe import MOST_PER_SELLER, Wanted, subscribe
from catalog.traceability.epcis.subscriptions.subscription import EpcisSubscription, SubscribedEvent
from marketplace.accounts.tokens import issue_tokens
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller
from marketplace.webhooks.signature import is_signed
from tests.factories.sellers import make_member, make_seller
from tests.peers.webhook_receiver import WebhookReceiver

TOKEN = "13df38d8275b13f05704629e5f1cf3d4"
LATER = timedelta(seconds=1)
DEST = "https://hooks.example.org/epcis"


def happen(seller: Seller, number: int, step: str = "shipping", audience: str = Audience.CHAIN) -> EpcisEvent:
    """Captured, and brought to the reaction as the outbox brings it: twice."""
    event = capture_event(
        {
            "type": "ObjectEvent", "eventTime": f"2026-11-20T08:00:{number:02d}.000+07:00",
            "eventTimeZoneOffset": "+07:00", "epcList": [f"urn:epc:id:sgtin:8938505.097001.{number}"],
            "action": "OBSERVE", "bizStep": step,
        },
        seller=seller,
        audience=audience,
    )  # fmt: skip
    for _time in range(2):
        remember_for_subscribers(EpcisEventsCaptured(event_ids=[event.pk], seller_id=seller.pk))
    return event


def now() -> datetime:
    return datetime.now(UTC) + LATER


def stream(receiver: WebhookReceiver, **wanted: Any) -> EpcisSubscription:
    query = create_named_query(seller=make_seller(), name="shipped", query={"EQ_bizStep": ["shipping"]})
    return subscribe(
        seller=query.seller,
        query=query,
        wanted=Wanted(**{"dest": receiver.url, "stream": True, "signature_token": TOKEN, **wanted}),
        now=datetime.now(UTC) - LATER,
    )


def told(receiver: WebhookReceiver) -> list[list[str]]:
    """The serials of each message."""
    bodies = [
        json.loads(one.body)["epcisBody"]["queryResults"]["resultsBody"]["eventList"] for one in receiver.received
    ]
    return [[event["epcList"][0].rpartition("/")[2] for event in events] for events in bodies]


@pytest.mark.django_db
def test_a_stream_is_told_signed_and_once(receiver: WebhookReceiver) -> None:
    subscription = stream(receiver)
    happen(subscription.seller, 1)
    happen(subscription.seller, 2, step="receiving")
    happen(subscription.seller, 3)
    assert notify_subscribers(now=now()) == 1
    assert notify_subscribers(now=now()) == 0
    (message,) = receiver.received
    document = json.loads(message.body)
    assert document["type"] == "EPCISQueryDocument"
    results = document["epcisBody"]["queryResults"]
    assert (results["queryName"], results["subscriptionID"]) == ("shipped", str(subscription.pk))
    assert told(receiver) == [["1", "3"]]
    assert is_signed(message.body, message.headers["gs1-signature"], TOKEN, now=now())
    assert not is_signed(message.body, message.headers["gs1-signature"], "another", now=now())
    subscription.refresh_from_db()
    assert subscription.last_notified_at is not None and not SubscribedEvent.objects.exists()


@pytest.mark.django_db
def test_what_a_receiver_did_not_take_comes_again_in_order(receiver: WebhookReceiver) -> None:
    subscription = stream(receiver)
    receiver.mood.status = 503
    happen(subscription.seller, 1)
    at = now()
    notify_subscribers(now=at)
    happen(subscription.seller, 2)
    assert notify_subscribers(now=at + timedelta(seconds=5)) == 0, "it is left alone for ten seconds"
    receiver.mood.status = 200
    assert notify_subscribers(now=at + timedelta(seconds=11)) == 1
    assert told(receiver) == [["1"], ["1", "2"]]


@pytest.mark.django_db
def test_a_sender_that_died_is_followed_by_another(receiver: WebhookReceiver) -> None:
    subscription = stream(receiver)
    happen(subscription.seller, 1)
    at = now()
    EpcisSubscription.objects.update(next_attempt_at=at + LEASE)  # claimed, and nothing came of it
    assert notify_subscribers(now=at) == 0
    assert notify_subscribers(now=at + LEASE + LATER) == 1 and told(receiver) == [["1"]]


@pytest.mark.django_db
def test_after_three_days_nobody_is_called_any_more(receiver: WebhookReceiver) -> None:
    subscription = stream(receiver)
    receiver.mood.status = 500
    happen(subscription.seller, 1)
    at = now()
    notify_subscribers(now=at)
    notify_subscribers(now=at + timedelta(days=4))
    subscription.refresh_from_db()
    assert subscription.stopped_at is not None and not SubscribedEvent.objects.exists()
    happen(subscription.seller, 2)
    assert notify_subscribers(now=at + timedelta(days=5)) == 0


@pytest.mark.django_db
def test_a_schedule_gathers_and_says_so_when_there_is_nothing(receiver: WebhookReceiver) -> None:
    subscription = stream(receiver, stream=False, schedule={"hour": "1", "minute": "5"}, report_if_empty=True)
    due = subscription.next_attempt_at
    assert due is not None and (due.hour, due.minute) == (1, 5)
    happen(subscription.seller, 1)
    happen(subscription.seller, 2)
    assert notify_subscribers(now=due - LATER) == 0
    assert notify_subscribers(now=due) == 1
    assert notify_subscribers(now=due + timedelta(days=1)) == 1
    assert told(receiver) == [["1", "2"], []]


@pytest.mark.django_db
def test_nobody_is_told_of_what_they_may_not_read(receiver: WebhookReceiver) -> None:
    stream(receiver)
    other = make_seller()
    happen(other, 1)
    happen(other, 2, audience=Audience.OWNER)
    assert notify_subscribers(now=now()) == 0
    happen(other, 3, audience=Audience.PUBLIC)
    assert notify_subscribers(now=now()) == 1 and told(receiver) == [["3"]]


@pytest.mark.django_db
def test_earlier_captures_may_be_asked_for(receiver: WebhookReceiver) -> None:
    seller = make_seller()
    happen(seller, 1)
    query = create_named_query(seller=seller, name="all", query={})
    wanted = {"dest": receiver.url, "stream": True}
    subscribe(seller=seller, query=query, wanted=Wanted(**wanted), now=now())  # type: ignore[arg-type]  # a plain table
    assert notify_subscribers(now=now() + LATER) == 0, "without asking only what comes"
    since = datetime.now(UTC) - timedelta(hours=1)
    subscribe(seller=seller, query=query, wanted=Wanted(**wanted, initial_record_time=since), now=now())  # type: ignore[arg-type]  # a plain table
    assert notify_subscribers(now=now() + LATER) == 1 and told(receiver) == [["1"]]


@pytest.mark.django_db
def test_subscribing_over_http(client: Client) -> None:
    seller, rival = make_seller(), make_seller()
    create_named_query(seller=seller, name="shipped", query={})
    path = "/epcis/queries/shipped/subscriptions"

    def headers(user: Any) -> dict[str, str]:
        return {"Authorization": f"Bearer {issue_tokens(user).access}"}

    manager, packer = headers(make_member(seller, MemberRole.MANAGER)), headers(make_member(seller, MemberRole.PACKER))
    stranger = headers(make_member(rival, MemberRole.OWNER))
    body = {"dest": DEST, "stream": True, "signatureToken": TOKEN}

    def post(given: Any, who: dict[str, str]) -> Any:
        return client.post(path, json.dumps(given), "application/json", headers=who)

    assert [post(body, who).status_code for who in ({}, packer, stranger)] == [401, 403, 404]
    assert not EpcisSubscription.objects.exists()
    made = post(body, manager)
    assert made.status_code == 201 and TOKEN not in made.content.decode()
    where = made["Location"][made["Location"].index("/epcis/") :]
    shown = client.get(where, headers=packer).json()
    assert shown == client.get(path, headers=manager).json()[0]
    assert (shown["dest"], shown["stream"]) == (DEST, True) and "signatureToken" not in shown
    assert client.get(where, headers=stranger).status_code == 404
    refused: tuple[Any, ...] = (
        {}, {"dest": DEST}, {**body, "schedule": {"minute": "5"}}, {**body, "dest": "https://10.0.0.1/"},
                  {**body, "dest": "http://moc.example/"}, {**body, "stream": "yes"}, {**body, "other": 1}, [],
                  {"dest": DEST, "schedule": {"minute": "99"}}, {**body, "initialRecordTime": "never"},
                  {**body, "reportIfEmpty": True})  # fmt: skip
    for wrong in refused:
        answer = post(wrong, manager)
        assert answer.status_code == 400, wrong
        assert answer.json()["type"] == "epcisException:SubscriptionControlsException", wrong
    assert [client.delete(where, headers=who).status_code for who in ({}, packer, stranger, manager)] == [
        401, 403, 404, 204,
    ]  # fmt: skip
    assert client.get(where, headers=manager).status_code == 404
    for _number in range(MOST_PER_SELLER):
        assert post(body, manager).status_code == 201
    assert post(body, manager).status_code == 413
    assert client.delete("/epcis/queries/shipped", headers=manager).status_code == 204
    assert not EpcisSubscription.objects.exists(), "nobody is told of a query that was forgotten"
