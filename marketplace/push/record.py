"""What came of a call to a push service."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from django.db import transaction

from marketplace.push.log_consent import devices_gone
from marketplace.push.message import PushMessage, PushStatus
from marketplace.push.subscription import PushSubscription
from marketplace.webhooks.delivery import Failure
from marketplace.webhooks.post import Outcome

FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=6)
GONE = (404, 410)
"""The browser has taken its subscription back (RFC 8030 §7.3)."""


def pause_after(attempts: int) -> timedelta:
    """10 s, 20 s, 40 s … doubling up to six hours."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(attempts - 1, 20))


def record_attempt(*, message_id: int, outcome: Outcome, now: datetime) -> None:
    """Sent; to be tried again, no sooner than the service said; given up; or the device is gone with all that waits."""
    with transaction.atomic():
        message = PushMessage.objects.select_for_update().filter(pk=message_id, status=PushStatus.PENDING).first()
        if message is None:
            return  # its device was removed during the call
        message.attempts_made += 1
        if outcome.status_code in GONE or outcome.failure == Failure.ADDRESS_REFUSED:
            devices_gone([message.subscription], now=now)
            message.subscription.delete()
            return
        if outcome.failure is None:
            PushSubscription.objects.filter(pk=message.subscription_id).update(sent_at=now)
            _finish(message, PushStatus.SENT, now)
        else:
            _failed(message, outcome, now)
        message.save()


def _failed(message: PushMessage, outcome: Outcome, now: datetime) -> None:
    message.last_failure = f"{outcome.failure} {outcome.status_code or ''}".strip()
    message.next_attempt_at = now + max(pause_after(message.attempts_made), _asked_pause(outcome.retry_after, now))
    if _is_final(outcome) or message.next_attempt_at >= message.give_up_at:
        _finish(message, PushStatus.GIVEN_UP, now)


def _is_final(outcome: Outcome) -> bool:
    """The same request will be refused again: too long, badly signed, not understood. 408 and 429 will not."""
    status = outcome.status_code or 0
    return 300 <= status < 500 and status not in (408, 425, 429)


def _finish(message: PushMessage, status: PushStatus, now: datetime) -> None:
    message.status, message.finished_at, message.payload = status, now, ""


def _asked_pause(text: str, now: datetime) -> timedelta:
    """``Retry-After`` in seconds or as a date (RFC 9110 §10.2.3); nothing for what is neither. Bounded."""
    if text.isascii() and text.isdigit() and len(text) < 8:
        return min(timedelta(seconds=int(text)), LONGEST_PAUSE)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return timedelta()
    until = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now
    return min(max(until, timedelta()), LONGEST_PAUSE)
