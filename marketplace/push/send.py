"""Bring waiting notices to the push services.

1. Take some that are due, for a while: nobody else takes the same. What is for a device whose person has signed out
   is not taken (`marketplace.push.forget` removes it).
2. Close each for its browser and call the push services, several at once, outside any transaction.
3. Write down what came of each call (`record`).

A message whose sender dies is taken again when its while is over. The push service and the browser then put it in the
place of the first one: both carry the same topic and tag.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from django.db import transaction

from marketplace.observability.outgoing import Calling
from marketplace.push import vapid
from marketplace.push.base64url import decoded
from marketplace.push.encrypt import Keys, encrypt
from marketplace.push.message import PushMessage, PushStatus
from marketplace.push.queue import topic_of
from marketplace.push.record import record_attempt
from marketplace.push.subscription import LONGEST_ENDPOINT
from marketplace.webhooks.post import Outcome, post

LEASE = timedelta(minutes=2)
AT_ONCE = 8


def send_pushes(*, now: datetime, limit: int = 40) -> int:
    """Call for up to ``limit`` messages that are due; returns for how many. Run it outside any transaction."""
    messages = claim(now=now, limit=limit)
    if not messages:
        return 0
    with ThreadPoolExecutor(min(AT_ONCE, len(messages))) as pool:
        calls = [pool.submit(_call, *_prepared(message, now)) for message in messages]
        for message, call in zip(messages, calls, strict=True):
            record_attempt(message_id=message.pk, outcome=call.result(), now=now)
    return len(messages)


def claim(*, now: datetime, limit: int) -> list[PushMessage]:
    """Take messages that are due for `LEASE`, the oldest first."""
    with transaction.atomic():
        rows = PushMessage.objects.select_for_update(skip_locked=True, of=("self",)).select_related("subscription")
        due = rows.filter(
            status=PushStatus.PENDING,
            next_attempt_at__lte=now,
            subscription__server_key=vapid.public_key(),
            subscription__session__ended_at__isnull=True,
            subscription__session__expires_at__gt=now,
        )
        taken = list(due.order_by("next_attempt_at", "pk")[:limit]) if vapid.is_offered() else []
        PushMessage.objects.filter(pk__in=[row.pk for row in taken]).update(next_attempt_at=now + LEASE)
    return taken


def _prepared(message: PushMessage, now: datetime) -> tuple[str, bytes, dict[str, str]]:
    """Everything that a call needs, so that no thread asks the database."""
    row = message.subscription
    endpoint = row.endpoint.open()
    keys = Keys(decoded(row.public_key.open()), decoded(row.auth.open()))
    headers = {
        "Authorization": vapid.authorization(endpoint, now=now),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(max(0, int((message.give_up_at - now).total_seconds()))),
        "Topic": topic_of(message.kind, message.about),
        "Urgency": "normal",
        "Connection": "close",
    }
    return endpoint, encrypt(message.payload.encode(), keys), headers


def _call(endpoint: str, body: bytes, headers: dict[str, str]) -> Outcome:
    with Calling("push", "service") as calling:
        outcome = post(endpoint, body, headers, longest=LONGEST_ENDPOINT)
        if outcome.failure is not None:
            calling.failed(outcome.failure.lower())
        return outcome
