"""From what happened to what a browser shows, through a push service that checks who writes."""

import json
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from marketplace.accounts.sessions.end import end_session
from marketplace.push import vapid
from marketplace.push.base64url import decoded
from marketplace.push.forget import KEPT, forget_devices, forget_pushes
from marketplace.push.kinds import PushKind
from marketplace.push.message import PushMessage, PushStatus
from marketplace.push.notice import Notice, Words
from marketplace.push.queue import TRIED_FOR, queue_push, topic_of
from marketplace.push.record import LONGEST_PAUSE, pause_after, record_attempt
from marketplace.push.send import LEASE, claim, send_pushes
from marketplace.push.subscription import PushSubscription
from marketplace.webhooks.delivery import Failure
from marketplace.webhooks.post import Outcome
from tests.factories.accounts import make_user
from tests.factories.push import make_device, make_session
from tests.peers.push_service import Browser, PushService

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(settings: Any) -> Iterator[PushService]:
    """A push service on this machine, which is allowed for the time of a test."""
    settings.WEBHOOKS_MAY_LOOP_BACK = True
    with PushService(decoded(vapid.public_key())) as running:
        yield running


def notice(about: str = "1", kind: PushKind = PushKind.MESSAGE_RECEIVED) -> Notice:
    return Notice(kind, about, lambda reader: Words("Bạn có tin nhắn", reader.language, f"/{reader.language}/in"))


def queue(user_id: int, about: str = "1") -> int:
    with transaction.atomic():
        return queue_push(notice(about), [user_id])


def test_a_notice_arrives_closed_signed_and_once(service: PushService) -> None:
    browser, user = Browser(), make_user(language="vi")
    device = make_device(user, browser, endpoint=service.endpoint("a"))
    assert queue(user.pk) == 1
    queue(user.pk)  # the reaction ran again
    now = timezone.now()
    assert send_pushes(now=now) == 1
    assert send_pushes(now=now) == 0

    assert service.refused == []
    [pushed] = service.taken
    topic = topic_of("MESSAGE_RECEIVED", "1")
    assert pushed.path == "/push/a"
    assert pushed.headers["topic"] == topic
    assert 0 < int(pushed.headers["ttl"]) <= TRIED_FOR.total_seconds()
    said = json.loads(browser.opened(pushed.body))
    assert said == {"title": "Bạn có tin nhắn", "body": "vi", "path": "/vi/in", "tag": topic, "lang": "vi"}
    message = PushMessage.objects.get()
    assert (message.status, message.payload, message.attempts_made) == (PushStatus.SENT, "", 1)
    device.refresh_from_db()
    assert device.sent_at == now


def test_only_the_devices_that_want_it_are_told(service: PushService) -> None:
    user, other = make_user(), make_user()
    wants = make_device(user)
    make_device(user, kinds=[PushKind.ORDER_SHIPPED])
    make_device(user, kinds=[])
    make_device(other)
    PushSubscription.objects.filter(pk=make_device(user).pk).update(server_key="another")
    assert queue(user.pk) == 1
    assert PushMessage.objects.get().subscription_id == wants.pk


def test_nobody_is_told_after_the_sign_out(service: PushService) -> None:
    user = make_user()
    session = make_session(user)
    make_device(user, session=session, endpoint=service.endpoint("a"))
    queue(user.pk)
    end_session(user=user, public_id=session.public_id)
    assert queue(user.pk, "2") == 0, "nothing new is written down"
    assert send_pushes(now=timezone.now()) == 0, "what waited is not sent"
    assert forget_devices(now=timezone.now()) == 1
    assert (PushSubscription.objects.count(), PushMessage.objects.count(), service.taken) == (0, 0, [])


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(service: PushService, status: int) -> None:
    user = make_user()
    make_device(user, endpoint=service.endpoint("a"))
    stays = make_device(user, endpoint="https://push.example.com/b", kinds=[])
    queue(user.pk)
    service.mood.status = status
    send_pushes(now=timezone.now())
    assert list(PushSubscription.objects.all()) == [stays]
    assert PushMessage.objects.count() == 0


def test_a_busy_service_is_asked_again_when_it_said(service: PushService) -> None:
    user = make_user()
    make_device(user, endpoint=service.endpoint("a"))
    queue(user.pk)
    service.mood.status, service.mood.retry_after = 429, "600"
    now = timezone.now()
    assert send_pushes(now=now) == 1
    assert send_pushes(now=now + timedelta(seconds=599)) == 0
    service.mood.status, service.mood.retry_after = 503, ""
    later = now + timedelta(seconds=600)
    assert send_pushes(now=later) == 1
    assert PushMessage.objects.get().next_attempt_at == later + pause_after(2)
    service.mood.status = 201
    assert send_pushes(now=later + pause_after(2)) == 1
    assert len(service.taken) == 1


def test_it_is_given_up_in_the_end(service: PushService) -> None:
    user = make_user()
    make_device(user)
    refusal, now = Outcome(5, 500, "", Failure.STATUS), timezone.now()
    for about, outcome, status in (
        ("late", refusal, PushStatus.GIVEN_UP),
        ("too long", Outcome(5, 413, "", Failure.STATUS), PushStatus.GIVEN_UP),
        ("badly signed", Outcome(5, 403, "", Failure.STATUS), PushStatus.GIVEN_UP),
        ("moved", Outcome(5, 307, "", Failure.STATUS), PushStatus.GIVEN_UP),
        ("slow", Outcome(5, None, "", Failure.TIMEOUT), PushStatus.PENDING),
        ("odd pause", Outcome(5, 503, "", Failure.STATUS, "in a while"), PushStatus.PENDING),
        ("endless pause", Outcome(5, 503, "", Failure.STATUS, "9999999"), PushStatus.PENDING),
        ("a date", Outcome(5, 503, "", Failure.STATUS, "Wed, 21 Oct 2015 07:28:00 GMT"), PushStatus.PENDING),
    ):
        queue(user.pk, about)
        message = PushMessage.objects.get(about=about)
        when = message.give_up_at if about == "late" else now
        record_attempt(message_id=message.pk, outcome=outcome, now=when)
        message.refresh_from_db()
        assert (about, message.status, message.payload == "") == (about, status, status != PushStatus.PENDING)
        assert message.next_attempt_at <= when + LONGEST_PAUSE
    assert "403" in PushMessage.objects.get(about="badly signed").last_failure
    assert forget_pushes(now=now + TRIED_FOR + timedelta(minutes=1)) == 0
    assert not PushMessage.objects.filter(status=PushStatus.PENDING).exists(), "what waits too long is given up"
    assert forget_pushes(now=now + TRIED_FOR + KEPT + timedelta(minutes=2)) == 8


def test_an_address_inside_the_network_is_never_called(settings: Any) -> None:
    """It was public when the browser gave it; it leads inside now."""
    user = make_user()
    device = make_device(user, endpoint="https://push.example.com/x")
    PushSubscription.objects.filter(pk=device.pk).update(endpoint="https://127.0.0.1/x")
    queue(user.pk)
    assert send_pushes(now=timezone.now()) == 1
    assert PushSubscription.objects.count() == 0


def test_one_sender_at_a_time_has_a_message() -> None:
    user = make_user()
    make_device(user)
    queue(user.pk)
    now = timezone.now()
    assert len(claim(now=now, limit=9)) == 1
    assert claim(now=now + LEASE / 2, limit=9) == []
    assert len(claim(now=now + LEASE, limit=9)) == 1


def test_without_a_key_nothing_is_sent(settings: Any) -> None:
    user = make_user()
    make_device(user)
    queue(user.pk)
    settings.VAPID_PRIVATE_KEY = None
    assert (send_pushes(now=timezone.now()), queue(user.pk, "2")) == (0, 0)


def test_browsers_with_an_older_key_of_ours_are_forgotten(settings: Any) -> None:
    make_device()
    settings.VAPID_PRIVATE_KEY = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"
    assert forget_devices(now=timezone.now()) == 1


def test_long_names_are_cut_to_what_fits(service: PushService) -> None:
    browser, user = Browser(), make_user()
    make_device(user, browser, endpoint=service.endpoint("a"))
    words = Words("ậ" * 5000, "𠮷" * 5000, "/en/x")
    with transaction.atomic():
        queue_push(Notice(PushKind.MESSAGE_RECEIVED, "1", partial(lambda said, _reader: said, words)), [user.pk])
    send_pushes(now=timezone.now())
    assert service.refused == []
    assert len(json.loads(browser.opened(service.taken[0].body))["title"]) == 200
