"""One call, over real HTTP, to a receiver with faults."""

import socket
import time
from typing import Any

import pytest

from marketplace.webhooks import post as post_module
from marketplace.webhooks.delivery import KEPT_ANSWER, Failure
from marketplace.webhooks.post import post
from tests.peers.webhook_receiver import WebhookReceiver


def test_a_call_arrives_as_it_was_sent(receiver: WebhookReceiver) -> None:
    outcome = post(receiver.url, b'{"a":1}', {"Marketplace-Event": "PING"})
    assert (outcome.status_code, outcome.failure, outcome.answer) == (200, None, "thanks")
    [received] = receiver.received
    assert received.path == "/in?of=moc"
    assert received.body == b'{"a":1}'
    assert received.headers["marketplace-event"] == "PING"
    assert received.headers["host"] == f"127.0.0.1:{receiver.port}"


@pytest.mark.parametrize("status", [199 + 101, 404, 410, 500, 503])
def test_other_answers_than_success_are_failures(receiver: WebhookReceiver, status: int) -> None:
    receiver.mood.status = status
    outcome = post(receiver.url, b"{}", {})
    assert (outcome.status_code, outcome.failure) == (status, Failure.STATUS)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(receiver: WebhookReceiver, status: int) -> None:
    receiver.mood.status, receiver.mood.redirect_to = status, f"http://127.0.0.1:{receiver.port}/secret"
    outcome = post(receiver.url, b"{}", {})
    assert outcome.failure == Failure.STATUS
    assert [received.path for received in receiver.received] == ["/in?of=moc"]


def test_a_slow_receiver_is_left_after_a_while(receiver: WebhookReceiver) -> None:
    receiver.mood.delay = 20
    started = time.monotonic()
    outcome = post(receiver.url, b"{}", {}, seconds=0.3)
    assert outcome.failure == Failure.TIMEOUT
    assert time.monotonic() - started < 10


def test_an_answer_that_never_ends_is_left_too(receiver: WebhookReceiver) -> None:
    receiver.mood.drip = 0.05
    started = time.monotonic()
    assert post(receiver.url, b"{}", {}, seconds=0.4).failure == Failure.TIMEOUT
    assert time.monotonic() - started < 10


def test_a_receiver_that_hangs_up(receiver: WebhookReceiver) -> None:
    receiver.mood.hangs_up = True
    assert post(receiver.url, b"{}", {}).failure == Failure.CONNECTION


def test_nobody_listens(receiver: WebhookReceiver) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert post(f"http://127.0.0.1:{port}/", b"{}", {}).failure == Failure.CONNECTION


def test_only_the_first_characters_of_a_long_answer_are_kept(receiver: WebhookReceiver) -> None:
    receiver.mood.answer = b"\x00\xff" + "ấ".encode() * 100_000
    outcome = post(receiver.url, b"{}", {})
    assert len(outcome.answer) == KEPT_ANSWER
    assert "\x00" not in outcome.answer


def test_without_the_tests_leave_this_machine_is_not_called(receiver: WebhookReceiver, settings: Any) -> None:
    settings.WEBHOOKS_MAY_LOOP_BACK = False
    assert post(receiver.url, b"{}", {}).failure == Failure.ADDRESS_REFUSED
    assert post(f"https://127.0.0.1:{receiver.port}/", b"{}", {}).failure == Failure.ADDRESS_REFUSED
    assert not receiver.received


def test_a_name_that_leads_elsewhere_at_the_second_question_is_called_where_it_led_at_the_first(
    receiver: WebhookReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the connection is made to the address that was checked, and the name is asked for once."""
    asked: list[str] = []
    original = socket.getaddrinfo

    def answer(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        if host == "hooks.example.org":
            asked.append(host)
            host = "127.0.0.1" if len(asked) == 1 else "127.0.0.2"
        return original(host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    monkeypatch.setattr(post_module, "parse_target", _as_http)
    outcome = post(f"https://hooks.example.org:{receiver.port}/in", b"{}", {})
    assert outcome.status_code == 200
    assert asked == ["hooks.example.org"]
    assert receiver.received[0].headers["host"] == f"hooks.example.org:{receiver.port}"


def _as_http(url: str, **_limits: int) -> Any:
    """The peer has no certificate for the name."""
    from dataclasses import replace

    from marketplace.webhooks.address import parse_target

    return replace(parse_target(url), scheme="http")


def test_a_certificate_of_nobody_is_a_failure(receiver: WebhookReceiver) -> None:
    """https to something that speaks no TLS at all."""
    assert post(f"https://127.0.0.1:{receiver.port}/", b"{}", {}).failure in {Failure.CONNECTION, Failure.TIMEOUT}
    assert not receiver.received
