"""Write down which devices are to be told of what happened."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.push import vapid
from marketplace.push.base64url import encoded
from marketplace.push.message import PushMessage
from marketplace.push.notice import Notice, Words
from marketplace.push.subscription import PushSubscription

TRIED_FOR = timedelta(hours=24)
"""A notice of yesterday is no notice; the letter and the page tell it too."""
_LONGEST_LINE = 200


def queue_push(notice: Notice, readers: Iterable[int]) -> int:
    """A message for each device of the readers (ids of users) that wants this kind; returns how many.

    Call it inside the transaction of the reaction. A device that has been told of it already is not told again.
    """
    now = timezone.now()
    told: dict[int, str] = {}
    rows = PushSubscription.objects.alive(now).filter(user__in=set(readers), server_key=vapid.public_key())
    messages = []
    for row in rows.select_related("user").order_by("pk"):
        if notice.kind in row.kinds:
            if row.user_id not in told:
                told[row.user_id] = _payload(notice, row.user)
            messages.append(_message(row, notice, told[row.user_id], now))
    PushMessage.objects.bulk_create(messages, ignore_conflicts=True)
    return len(messages)


def topic_of(kind: str, about: str) -> str:
    """At most 32 signs of base64url (RFC 8030 §5.4): a message sent twice takes the place of itself."""
    return encoded(hashlib.sha256(f"{kind}\0{about}".encode()).digest()[:18])


def _message(row: PushSubscription, notice: Notice, payload: str, now: datetime) -> PushMessage:
    return PushMessage(
        subscription=row,
        kind=notice.kind,
        about=notice.about,
        payload=payload,
        created_at=now,
        next_attempt_at=now,
        give_up_at=now + TRIED_FOR,
    )


def _payload(notice: Notice, reader: User) -> str:
    words: Words = notice.words(reader)
    said = {
        "title": words.title[:_LONGEST_LINE],
        "body": words.body[:_LONGEST_LINE],
        "path": words.path,
        "tag": topic_of(notice.kind, notice.about),
        "lang": reader.language,
    }
    return json.dumps(said, ensure_ascii=False)
