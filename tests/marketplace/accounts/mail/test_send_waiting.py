"""Letters against a real mail server over TCP, in all its moods."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from marketplace.accounts.mail.forget import KEPT, forget_letters
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.outgoing_letter import LetterState, OutgoingLetter
from marketplace.accounts.mail.post import post
from marketplace.accounts.mail.retry import NotToBeRetried, retry_letter
from marketplace.accounts.mail.send_waiting import FIRST_PAUSE, GIVEN_UP_AFTER, LEASE, pause_after, send_waiting
from tests.catalog.stock.conftest import Parallel, empty_database, in_parallel
from tests.peers.smtp.server import SmtpPeer

__all__ = ["empty_database", "in_parallel"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings: Any) -> Iterator[SmtpPeer]:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_HOST_USER, settings.EMAIL_TIMEOUT = "127.0.0.1", "", 2
    with SmtpPeer() as peer:
        settings.EMAIL_PORT = peer.port
        yield peer


def write(to: str = "an@example.org", **more: Any) -> OutgoingLetter:
    rows = [("Tổng cộng", "1.250.000 ₫")]
    letter = Letter("Đơn hàng của bạn", "vi", ["Cảm ơn bạn.", rows], "https://x.example/1", "Xem")
    return post(letter, to=to, kind="SAMPLE", **more)


def test_a_letter_arrives_whole_in_both_forms_and_its_texts_are_let_go(server: SmtpPeer) -> None:
    letter = write()
    assert send_waiting() == 1
    (message,) = server.taken
    assert server.recipients == ["an@example.org"]
    assert message["Subject"] == "Đơn hàng của bạn"
    assert letter.pk.hex in message["Message-ID"]
    assert message["Content-Language"] == "vi"
    assert message["Auto-Submitted"] == "auto-generated"
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None and "Tổng cộng: 1.250.000 ₫" in plain.get_content()
    assert html is not None and '<th scope="row"' in html.get_content()
    letter.refresh_from_db()
    assert (letter.state, letter.text, letter.html) == (LetterState.SENT, "", "")
    assert send_waiting(now=timezone.now() + timedelta(days=1)) == 0
    assert len(server.taken) == 1


def test_many_letters_go_over_one_connection(server: SmtpPeer) -> None:
    for number in range(5):
        write(f"reader{number}@example.org")
    assert send_waiting() == 5
    assert server.connections == 1


def test_nothing_is_lost_while_the_server_is_away_and_the_rest_wait_untried(server: SmtpPeer, settings: Any) -> None:
    first, second = write("first@example.org"), write("second@example.org")
    server.stop()
    now = timezone.now()
    assert send_waiting(now=now) == 0
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.state == second.state == LetterState.WAITING
    assert (first.attempts, second.attempts) == (1, 0)
    assert first.last_error == "ConnectionRefusedError"
    assert send_waiting(now=now + FIRST_PAUSE / 2) == 0
    with SmtpPeer() as back:
        settings.EMAIL_PORT = back.port
        assert send_waiting(now=now + FIRST_PAUSE * 2) == 2
        assert sorted(back.recipients) == ["first@example.org", "second@example.org"]


def test_a_mailbox_that_does_not_exist_is_recorded_and_holds_up_nobody(server: SmtpPeer) -> None:
    server.mood.refused["gone@example.org"] = "550 5.1.1 gone@example.org unknown"
    gone, there = write("gone@example.org"), write("there@example.org")
    assert send_waiting() == 1
    gone.refresh_from_db()
    there.refresh_from_db()
    assert (gone.state, there.state) == (LetterState.REFUSED, LetterState.SENT)
    assert gone.last_error == "SMTPRecipientsRefused 550"  # not the server's words, which quote the address
    assert gone.html != ""
    server.mood.refused.clear()
    retry_letter(letter_id=gone.pk)
    assert send_waiting() == 1
    with pytest.raises(NotToBeRetried):
        retry_letter(letter_id=gone.pk)


@pytest.mark.parametrize("answer", ["450 4.2.1 later", "451 4.7.1 greylisted"])
def test_later_is_later(server: SmtpPeer, answer: str) -> None:
    server.mood.refused["an@example.org"] = answer
    letter = write()
    now = timezone.now()
    assert send_waiting(now=now) == 0
    letter.refresh_from_db()
    assert letter.state == LetterState.WAITING
    assert letter.available_at == now + pause_after(1)


def test_content_that_is_refused_for_good_is_not_tried_again(server: SmtpPeer) -> None:
    server.mood.after_data = "554 5.7.1 not this"
    letter = write()
    send_waiting()
    letter.refresh_from_db()
    assert (letter.state, letter.last_error) == (LetterState.REFUSED, "SMTPDataError 554")


def test_a_server_that_does_not_know_us_condemns_no_letter(server: SmtpPeer) -> None:
    server.mood.greeting = "554 no service for you"
    letter = write()
    send_waiting()
    letter.refresh_from_db()
    assert letter.state == LetterState.WAITING


def test_a_line_that_is_cut_or_silent_leaves_the_letter_waiting(server: SmtpPeer, settings: Any) -> None:
    server.mood.drop_at_mail = True
    letter = write()
    now = timezone.now()
    send_waiting(now=now)
    server.mood.drop_at_mail = False
    settings.EMAIL_TIMEOUT, server.mood.delay = 0.1, 0.5
    send_waiting(now=now + timedelta(minutes=2))
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (LetterState.WAITING, 2)


def test_whoever_is_cut_off_after_the_content_sends_the_same_message_again(server: SmtpPeer) -> None:
    """SMTP cannot tell whether it was taken: twice is better than never, and both are known as one."""
    server.mood.drop_before_answer = True
    write()
    now = timezone.now()
    assert send_waiting(now=now) == 0
    server.mood.drop_before_answer = False
    assert send_waiting(now=now + timedelta(minutes=2)) == 1
    assert len({message["Message-ID"] for message in server.taken}) == 1


def test_a_letter_whose_sender_died_is_taken_up_when_the_lease_is_over(server: SmtpPeer) -> None:
    letter = write()
    now = timezone.now()
    OutgoingLetter.objects.update(available_at=now + LEASE, attempts=1)  # claimed; then its process was killed
    assert send_waiting(now=now) == 0
    assert send_waiting(now=now + LEASE) == 1
    letter.refresh_from_db()
    assert letter.state == LetterState.SENT


def test_a_link_that_has_ended_is_not_sent_and_five_days_are_enough(server: SmtpPeer) -> None:
    now = timezone.now()
    ended = write(good_until=now + timedelta(hours=2))
    server.mood.greeting = "421 not now"
    send_waiting(now=now)
    old = write()
    OutgoingLetter.objects.filter(pk=old.pk).update(created_at=now - GIVEN_UP_AFTER)
    send_waiting(now=now + timedelta(hours=3))
    ended.refresh_from_db()
    old.refresh_from_db()
    assert (ended.state, old.state) == (LetterState.EXPIRED, LetterState.GIVEN_UP)
    assert ended.text == ""
    assert retry_letter(letter_id=old.pk).state == LetterState.WAITING
    with pytest.raises(NotToBeRetried):
        retry_letter(letter_id=ended.pk)


def test_pauses_double_up_to_four_hours() -> None:
    assert [pause_after(number).total_seconds() for number in (1, 2, 3, 20, 4000)] == [30, 60, 120, 14400, 14400]


def test_what_ended_long_ago_is_forgotten_and_what_waits_is_not(server: SmtpPeer) -> None:
    write()
    send_waiting()
    waits = write()
    later = timezone.now() + KEPT + timedelta(days=1)
    assert forget_letters(now=later) == 1
    assert list(OutgoingLetter.objects.all()) == [waits]


def test_senders_side_by_side_never_take_the_same_letter(server: SmtpPeer, in_parallel: Parallel) -> None:
    in_parallel(lambda _: [write(f"reader{number}@example.org") for number in range(6)], 1)
    sent = in_parallel(lambda _: send_waiting(limit=2), 4)
    assert sum(number for number in sent if isinstance(number, int)) == len(server.taken)
    assert len(set(server.recipients)) == len(server.recipients)
    assert len(server.recipients) >= 2
