"""From what happened to what was received, and what becomes of a receiver that does not take it."""

import json
from collections import Counter
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from catalog.stock.allocate import announce
from marketplace.accounts.mail.send_waiting import send_waiting
from marketplace.events.deliver import deliver_pending
from marketplace.events.models import Delivery, OutboxMessage
from marketplace.webhooks.delivery import DeliveryStatus, Failure, WebhookAttempt, WebhookDelivery
from marketplace.webhooks.event_type import WebhookEventType
from marketplace.webhooks.forget import KEPT, forget_deliveries
from marketplace.webhooks.post import Outcome
from marketplace.webhooks.queue import TRIED_FOR, Happening, queue_webhooks
from marketplace.webhooks.record_attempt import DISABLED_AFTER, LONGEST_PAUSE, pause_after, record_attempt
from marketplace.webhooks.replay import WebhookIsOff, ping, replay
from marketplace.webhooks.secret import secret_of
from marketplace.webhooks.send import LEASE, MOST_OF_ONE, claim, send_webhooks
from marketplace.webhooks.signature import is_signed
from marketplace.webhooks.update_webhook import update_webhook
from marketplace.webhooks.webhook import Webhook
from tests.factories.catalog import make_stock, make_variant
from tests.factories.sellers import make_member, make_seller
from tests.factories.webhooks import make_delivery, make_webhook
from tests.peers.webhook_receiver import WebhookReceiver

pytestmark = pytest.mark.django_db(transaction=True)
REFUSAL = Outcome(12, 500, "no", Failure.STATUS)


def happening(seller_id: int | None = None) -> Happening:
    return Happening(WebhookEventType.ORDER_PLACED, seller_id, {"order": "T3JkZXI6MQ=="}, {"number": "BD-1"})


def test_what_happened_arrives_signed(receiver: WebhookReceiver) -> None:
    webhook, now = make_webhook(target_url=receiver.url), timezone.now()
    assert queue_webhooks([happening()], now=now) == 1
    assert send_webhooks(now=now) == 1
    assert send_webhooks(now=now) == 0

    [received] = receiver.received
    assert is_signed(received.body, received.headers["marketplace-signature"], secret_of(webhook), now=now)
    said = json.loads(received.body)
    assert {key: said[key] for key in ("event", "ids", "data")} == {
        "event": "ORDER_PLACED",
        "ids": {"order": "T3JkZXI6MQ=="},
        "data": {"number": "BD-1"},
    }
    delivery = WebhookDelivery.objects.get()
    assert (delivery.status, str(delivery.event_id)) == (DeliveryStatus.SUCCESS, said["id"])
    assert received.headers["marketplace-delivery"] == str(delivery.pk)
    attempt = WebhookAttempt.objects.get()
    assert (attempt.status_code, attempt.failure, attempt.answer) == (200, "", "thanks")


def test_only_who_wants_it_and_may_know_it_is_told() -> None:
    seller, other = make_seller(), make_seller()
    mine = make_webhook(seller=seller)
    make_webhook(seller=other)
    make_webhook(seller=seller, events=[WebhookEventType.STOCK_CHANGED])
    off = make_webhook(seller=seller)
    update_webhook(webhook=off, is_active=False)
    operators = make_webhook()

    queue_webhooks([happening(seller.pk), happening()], now=timezone.now())

    assert set(WebhookDelivery.objects.values_list("webhook", flat=True)) == {mine.pk, operators.pk}
    assert len(set(WebhookDelivery.objects.values_list("event_id", flat=True))) == 1


def test_an_event_whose_reaction_runs_twice_is_told_under_one_id_and_another_under_another() -> None:
    variant = make_variant()
    make_webhook(events=[WebhookEventType.STOCK_CHANGED])
    for _ in range(2):
        with transaction.atomic():
            announce([variant.pk])
        while deliver_pending():
            pass
        Delivery.objects.update(delivered_at=None)
        OutboxMessage.objects.update(delivered_at=None, available_at=timezone.now())
    while deliver_pending():
        pass
    told = Counter(WebhookDelivery.objects.values_list("event_id", flat=True))
    assert sorted(told.values()) == [2, 3]


def test_it_is_tried_again_later_and_later_for_three_days(receiver: WebhookReceiver) -> None:
    receiver.mood.status = 503
    make_webhook(target_url=receiver.url)
    now = start = timezone.now()
    queue_webhooks([happening()], now=now)
    times = []
    while (delivery := WebhookDelivery.objects.get()).status == DeliveryStatus.PENDING:
        now = max(now, delivery.next_attempt_at)
        times.append(now - start)
        assert send_webhooks(now=now - timedelta(seconds=1)) == 0 or len(times) == 1
        send_webhooks(now=now)
    assert delivery.status == DeliveryStatus.FAILED
    assert 18 <= len(times) == delivery.attempts_made == len(receiver.received) <= 30
    assert times[1] == timedelta(seconds=10)
    assert timedelta(days=2, hours=12) < times[-1] < TRIED_FOR
    assert len({received.body for received in receiver.received}) == 1
    assert pause_after(40) == LONGEST_PAUSE


def test_who_died_while_sending_leaves_it_to_the_next() -> None:
    make_delivery(attempts=0)
    now = timezone.now()
    assert len(claim(now=now, limit=10)) == 1
    assert claim(now=now, limit=10) == []
    assert len(claim(now=now + LEASE, limit=10)) == 1


def test_one_webhook_does_not_take_all_places() -> None:
    busy, other = make_webhook(), make_webhook()
    for webhook in (*[busy] * 10, other):
        ping(webhook=webhook, now=timezone.now())
    taken = [delivery.webhook_id for delivery in claim(now=timezone.now(), limit=6)]
    assert taken.count(busy.pk) == MOST_OF_ONE
    assert taken.count(other.pk) == 1


def test_after_three_days_of_failures_it_is_switched_off_and_its_owners_are_told() -> None:
    seller = make_seller(name="Mộc Ví Dụ")
    owner = make_member(seller, "OWNER")
    webhook, now = make_webhook(seller=seller), timezone.now()
    first, waiting = ping(webhook=webhook, now=now), ping(webhook=webhook, now=now)
    record_attempt(delivery_id=first.pk, outcome=REFUSAL, now=now)
    record_attempt(delivery_id=first.pk, outcome=REFUSAL, now=now + DISABLED_AFTER - timedelta(seconds=1))
    assert Webhook.objects.get().is_active

    record_attempt(delivery_id=first.pk, outcome=REFUSAL, now=now + DISABLED_AFTER)

    webhook.refresh_from_db()
    assert not webhook.is_active
    waiting.refresh_from_db()
    assert waiting.status == DeliveryStatus.FAILED
    while deliver_pending():
        pass
    send_waiting()
    [letter] = mail.outbox
    assert letter.to == [owner.email]
    assert webhook.target_url in letter.body
    assert queue_webhooks([happening(seller.pk)], now=now) == 0


def test_a_success_in_between_begins_the_three_days_anew() -> None:
    webhook, now = make_webhook(), timezone.now()
    delivery = ping(webhook=webhook, now=now)
    record_attempt(delivery_id=delivery.pk, outcome=REFUSAL, now=now)
    record_attempt(delivery_id=delivery.pk, outcome=Outcome(9, 204), now=now + timedelta(days=1))
    record_attempt(delivery_id=ping(webhook=webhook, now=now).pk, outcome=REFUSAL, now=now + DISABLED_AFTER)
    webhook.refresh_from_db()
    assert webhook.is_active
    assert webhook.failing_since == now + DISABLED_AFTER


def test_by_hand_the_same_is_sent_again_with_its_id(receiver: WebhookReceiver) -> None:
    webhook, now = make_webhook(target_url=receiver.url), timezone.now()
    first = ping(webhook=webhook, now=now)
    send_webhooks(now=now)
    again = replay(delivery=first, now=now)
    send_webhooks(now=now)
    assert again.pk != first.pk
    assert receiver.received[0].body == receiver.received[1].body
    update_webhook(webhook=webhook, is_active=False)
    first.webhook.refresh_from_db()
    with pytest.raises(WebhookIsOff):
        replay(delivery=first, now=now)


def test_the_log_is_kept_for_a_month() -> None:
    now = timezone.now()
    delivery = make_delivery()
    record_attempt(delivery_id=delivery.pk, outcome=Outcome(9, 204), now=now)
    assert forget_deliveries(now=now + KEPT) == 0
    assert forget_deliveries(now=now + KEPT + timedelta(seconds=1)) == 1
    assert not WebhookAttempt.objects.exists()


def test_an_event_of_the_catalogue_comes_to_the_seller_of_the_goods() -> None:
    variant = make_variant()
    make_stock(variant, 7)
    make_webhook(seller=variant.seller, events=[WebhookEventType.STOCK_CHANGED])
    make_webhook(seller=make_seller(), events=[WebhookEventType.STOCK_CHANGED])
    with transaction.atomic():
        announce([variant.pk])
    while deliver_pending():
        pass
    payload = json.loads(WebhookDelivery.objects.get().payload)
    assert payload["data"]["sku"] == variant.sku
    assert payload["data"]["quantityAvailable"] == 7
