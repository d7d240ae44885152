"""``translate_messages``: take up messages that somebody wants in another language. Runs by the clock.

1. Claim a few of one pair of languages in a short transaction: they are pushed on by a lease, so that nobody else
   takes them up, and a worker that dies gives them back.
2. Count the characters against the day's limits of the seller; beyond them they wait for tomorrow.
3. Ask the engine outside any transaction. It gets the words and nothing else: no name, no id, no file.
4. Store what it says beside the original.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from django.db import connection, transaction
from django.utils import timezone

from i18n.machine_translation.configured import configured_engine
from i18n.machine_translation.port import Engine, PermanentFailure, TemporaryFailure
from i18n.machine_translation.shield import Broken, shield, unshield
from i18n.machine_translation.usage import give_back, next_day, reserve
from i18n.subjects import Markup
from orders.messages.message_translation import MessageTranslation, TranslationStatus

log = structlog.get_logger(__name__)
AT_ONCE = 20
LEASE = timedelta(minutes=3)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=1)
MOST_ATTEMPTS = 8


def translate_messages(*, now: datetime | None = None, most: int = 10) -> int:
    """Work through up to ``most`` calls; how many messages were taken up. Without an engine nothing is touched."""
    engine = configured_engine()
    taken = 0
    for _round in range(most if engine else 0):
        moment = now or timezone.now()
        claimed = _claim(moment)
        if engine is None or not claimed:
            break
        _work(claimed, engine, moment)
        taken += len(claimed)
    return taken


def _claim(now: datetime) -> list[MessageTranslation]:
    """Of one seller and one pair of languages, oldest first."""
    with transaction.atomic():
        waiting = MessageTranslation.objects.filter(status=TranslationStatus.QUEUED, available_at__lte=now)
        rows = waiting.select_related("message__conversation").order_by("available_at", "id")
        locking = (
            rows.select_for_update(of=("self",), skip_locked=True)
            if connection.features.has_select_for_update
            else rows
        )
        found = list(locking[: AT_ONCE * 3])
        alike = [row for row in found if _pair(row) == _pair(found[0])][:AT_ONCE]
        for row in alike:
            row.available_at, row.attempts = now + LEASE, row.attempts + 1
        MessageTranslation.objects.bulk_update(alike, ["available_at", "attempts"])
    return alike


def _pair(row: MessageTranslation) -> tuple[int, str, str]:
    return row.message.conversation.seller_id, row.message.language, row.language


def _work(rows: Sequence[MessageTranslation], engine: Engine, now: datetime) -> None:
    owner_id, source, target = _pair(rows[0])
    sent = [shield(row.message.text, Markup.LINES, ()) for row in rows]
    characters = sum(map(len, sent))
    if not reserve(owner_id=owner_id, characters=characters, now=now):
        _postpone(rows, "LIMIT", next_day(now), counted=False)
        return
    try:
        received = engine.translate(sent, source, target)
    except (TemporaryFailure, PermanentFailure) as failure:
        give_back(owner_id=owner_id, characters=characters, day=now.date())
        _failed(rows, failure, now)
    else:
        for row, ours, theirs in zip(rows, sent, received, strict=True):
            _store(row, ours, theirs, engine.name)


def _store(row: MessageTranslation, sent: str, received: str, engine: str) -> None:
    try:
        row.text, row.status, row.problem = unshield(sent, received, Markup.LINES), TranslationStatus.DONE, ""
    except Broken:
        row.status, row.problem = TranslationStatus.FAILED, "WRONG_ANSWER"
    row.engine = engine
    row.save(update_fields=["text", "status", "problem", "engine"])


def _failed(rows: Sequence[MessageTranslation], failure: TemporaryFailure | PermanentFailure, now: datetime) -> None:
    log.warning("translation engine failed", code=failure.code, messages=len(rows))
    attempts = max(row.attempts for row in rows)
    if isinstance(failure, PermanentFailure) or attempts >= MOST_ATTEMPTS:
        for row in rows:
            row.status, row.problem = TranslationStatus.FAILED, failure.code
        MessageTranslation.objects.bulk_update(rows, ["status", "problem"])
        return
    pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1))
    _postpone(rows, failure.code, now + max(pause, failure.retry_after or timedelta()), counted=True)


def _postpone(rows: Sequence[MessageTranslation], code: str, until: datetime, *, counted: bool) -> None:
    for row in rows:
        row.available_at, row.problem = until, code
        row.attempts -= 0 if counted else 1
    MessageTranslation.objects.bulk_update(rows, ["available_at", "problem", "attempts"])
