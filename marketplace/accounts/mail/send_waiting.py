"""Sending of the letters that wait, until the mail server accepts each or refuses it for good.

1. Claim some letters: their turn is pushed on by ``LEASE`` and committed, so that no other process takes them.
2. Speak to the mail server, outside any transaction; one connection for all of them.
3. Write down what it said of each: SENT; REFUSED; or try again after a pause that doubles, for five days
   (RFC 5321 §4.5.4.1). When the server itself is away, the rest of the claimed letters go back untried.

A process that dies between the server's "250" and step 3 sends that one letter again when the lease is over. SMTP has
no way to ask whether a message was taken (RFC 1047), so the choice is between twice and never; both copies have the
same Message-ID, by which mail programs show them once.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from marketplace.accounts.mail.failure import Failure, described, failure_of
from marketplace.accounts.mail.message import message_of
from marketplace.accounts.mail.outgoing_letter import LetterState, OutgoingLetter
from marketplace.due import is_due
from marketplace.observability.cause import following
from marketplace.observability.metrics.instruments import counter
from marketplace.observability.outgoing import Calling

log = structlog.get_logger(__name__)

_ended = counter("letters", "Letters by how their sending ended.", ["state"])
LEASE = timedelta(minutes=10)
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=4)
GIVEN_UP_AFTER = timedelta(days=5)


def send_waiting(limit: int = 50, *, now: datetime | None = None) -> int:
    """Try up to ``limit`` letters whose turn it is; returns how many were accepted. Run periodically."""
    moment = now or timezone.now()
    letters = _claim(limit, moment)
    fresh = [letter for letter in letters if not _expire(letter, moment)]
    return _send(fresh, moment) if fresh else 0


def pause_after(attempts: int) -> timedelta:
    """30 s, 1 min, 2 min … up to 4 hours."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(attempts - 1, 20))


def _claim(limit: int, now: datetime) -> list[OutgoingLetter]:
    with transaction.atomic():
        waiting = OutgoingLetter.objects.filter(
            is_due("available_at", now, longest=LONGEST_PAUSE), state=LetterState.WAITING
        )
        letters = list(waiting.order_by("available_at", "created_at").select_for_update(skip_locked=True)[:limit])
        held = OutgoingLetter.objects.filter(pk__in=[letter.pk for letter in letters])
        held.update(available_at=now + LEASE, attempts=F("attempts") + 1)
    for letter in letters:
        letter.attempts += 1
    return letters


def _expire(letter: OutgoingLetter, now: datetime) -> bool:
    if letter.good_until is None or letter.good_until > now:
        return False
    _end(letter, LetterState.EXPIRED, now)
    return True


def _send(letters: Sequence[OutgoingLetter], now: datetime) -> int:
    connection: BaseEmailBackend = get_connection()
    sent = 0
    try:
        for place, letter in enumerate(letters):
            with following("letter", letter.kind or "letter", letter.cause):
                failure = _send_one(letter, connection, now)
            if failure is Failure.AWAY:
                _put_back(letters[place + 1 :], now)
                break
            sent += failure is None
    finally:
        _close(connection)
    return sent


def _send_one(letter: OutgoingLetter, connection: BaseEmailBackend, now: datetime) -> Failure | None:
    try:
        with Calling("mail", "smtp"):
            connection.open()
            message_of(letter, connection).send()
    except Exception as error:  # whatever goes wrong in sending, the letter stays and the reason is recorded
        failure = failure_of(error)
        _record_failure(letter, failure, described(error), now)
        log.warning("letter not sent", letter=str(letter.pk), kind=letter.kind, error=described(error))
        return failure
    _end(letter, LetterState.SENT, now)
    return None


def _record_failure(letter: OutgoingLetter, failure: Failure, error: str, now: datetime) -> None:
    letter.last_error = error
    if failure is Failure.NEVER:
        _end(letter, LetterState.REFUSED, now, keep_texts=True)
    elif now - letter.created_at >= GIVEN_UP_AFTER:
        _end(letter, LetterState.GIVEN_UP, now, keep_texts=True)
    else:
        waiting = OutgoingLetter.objects.filter(pk=letter.pk)
        waiting.update(available_at=now + pause_after(letter.attempts), last_error=error)


def _put_back(letters: Sequence[OutgoingLetter], now: datetime) -> None:
    untried = OutgoingLetter.objects.filter(pk__in=[letter.pk for letter in letters], state=LetterState.WAITING)
    untried.update(available_at=now + FIRST_PAUSE, attempts=F("attempts") - 1)


def _end(letter: OutgoingLetter, state: LetterState, now: datetime, *, keep_texts: bool = False) -> None:
    texts = {} if keep_texts else {"text": "", "html": "", "calendar": ""}
    still_waiting = OutgoingLetter.objects.filter(pk=letter.pk, state=LetterState.WAITING)
    _ended.labels(state.lower()).inc()
    still_waiting.update(state=state, ended_at=now, last_error=letter.last_error, **texts)


def _close(connection: BaseEmailBackend) -> None:
    """Saying goodbye may fail where the server is gone; every letter has its outcome by then."""
    try:
        connection.close()
    except Exception as error:  # nothing depends on it
        log.info("mail connection not closed", error=described(error))
