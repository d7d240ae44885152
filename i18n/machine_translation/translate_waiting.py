"""``translate_waiting``: take up batches, ask the engine, store what it says. Runs by the clock.

1. Claim: in a short transaction the batch is pushed on by a lease, so that nobody else takes it up meanwhile. A worker
   that dies gives it back when the lease ends; what is then translated again changes nothing.
2. Read the units again and leave out what a person has translated, or whose original has changed.
3. Count the characters against the day's limits; beyond them the batch waits for tomorrow.
4. Ask the engine, outside any transaction.
5. Check names, tags and glossary, and store only where there is still no text of a person.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from i18n.machine_translation.ask import is_for_machine
from i18n.machine_translation.configured import configured_engine
from i18n.machine_translation.port import Engine, PermanentFailure, TemporaryFailure
from i18n.machine_translation.request import MachineTranslationBatch, MachineTranslationRequest, RequestStatus
from i18n.machine_translation.shield import Broken, shield, unshield
from i18n.machine_translation.store_machine import MachineText, store_machine_texts
from i18n.machine_translation.usage import give_back, next_day, reserve
from i18n.units.check import Terms, check_unit, glossary_of
from i18n.units.find import units_at
from i18n.units.unit import Unit, UnitId
from marketplace.observability.outgoing import Calling

log = structlog.get_logger(__name__)
LEASE = timedelta(minutes=3)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=1)
MOST_ATTEMPTS = 10


def translate_waiting(*, most: int = 10, now: datetime | None = None) -> int:
    """Work through up to ``most`` batches; how many were taken up. Without an engine nothing is touched."""
    engine = configured_engine()
    if engine is None:
        return 0
    taken = 0
    while taken < most:
        moment = now or timezone.now()
        batch = _claim(moment)
        if batch is None:
            break
        _work(batch, engine, moment)
        taken += 1
    return taken


def _claim(now: datetime) -> MachineTranslationBatch | None:
    with transaction.atomic():
        waiting = MachineTranslationBatch.objects.filter(finished_at__isnull=True, available_at__lte=now)
        locking = waiting.select_for_update(skip_locked=True) if connection.features.has_select_for_update else waiting
        batch = locking.order_by("id").first()
        if batch is None:
            return None
        batch.available_at = now + LEASE
        batch.attempts += 1
        batch.save(update_fields=["available_at", "attempts"])
        batch.request = MachineTranslationRequest.objects.get(pk=batch.request_id)
        _set(batch.request, status=RequestStatus.RUNNING)
    return batch


def _work(batch: MachineTranslationBatch, engine: Engine, now: datetime) -> None:
    request = batch.request
    units = _still_wanted(batch)
    terms = glossary_of(request.owner_id)
    sent = [shield(unit.source_text, unit.field.markup, terms(unit.source_language, unit.language)) for unit in units]
    characters = sum(map(len, sent))
    if units and not reserve(owner_id=request.owner_id, characters=characters, now=now):
        _postpone(batch, "LIMIT", next_day(now), counted=False)
        return
    try:
        received = _translated(engine, batch, sent) if units else []
    except TemporaryFailure as failure:
        give_back(owner_id=request.owner_id, characters=characters, day=now.date())
        _again(batch, failure, now)
    except PermanentFailure as failure:
        give_back(owner_id=request.owner_id, characters=characters, day=now.date())
        _give_up(request, failure.code, now)
    else:
        _finish(batch, engine, units, sent, received, terms, now)


def _translated(engine: Engine, batch: MachineTranslationBatch, sent: Sequence[str]) -> Sequence[str]:
    with Calling("translation", engine.name):
        return engine.translate(sent, batch.source_language, batch.request.language)


def _still_wanted(batch: MachineTranslationBatch) -> list[Unit]:
    hashes = {UnitId(kind, key, field): source_hash for kind, key, field, source_hash in batch.units}
    units = units_at(hashes, batch.request.language, batch.request.owner_id)
    return [
        unit
        for unit in units.values()
        if unit.source_hash == hashes[unit.id]
        and unit.source_language == batch.source_language
        and is_for_machine(unit)
    ]


def _finish(
    batch: MachineTranslationBatch,
    engine: Engine,
    units: Sequence[Unit],
    sent: Sequence[str],
    received: Sequence[str],
    terms: Terms,
    now: datetime,
) -> None:
    texts = [_checked(unit, ours, theirs, terms) for unit, ours, theirs in zip(units, sent, received, strict=True)]
    good = [text for text in texts if text is not None]
    with transaction.atomic():
        locked = MachineTranslationBatch.objects.select_for_update().get(pk=batch.pk)
        if locked.finished_at is not None:  # the lease ended while the engine thought, and somebody else was quicker
            return
        stored = store_machine_texts(good, engine=engine.name)
        MachineTranslationBatch.objects.filter(pk=batch.pk).update(finished_at=now)
        counts = Counter(done=stored, failed=len(texts) - len(good))
        counts["skipped"] = len(batch.units) - counts["done"] - counts["failed"]
        MachineTranslationRequest.objects.filter(pk=batch.request_id).update(
            engine=engine.name,
            problem="",
            characters=F("characters") + sum(map(len, sent)),
            **{name: F(name) + count for name, count in counts.items()},
        )
        _conclude(batch.request, now)


def _checked(unit: Unit, sent: str, received: str, terms: Terms) -> MachineText | None:
    """The text to store; ``None`` where it lost a name or a tag, or is too long."""
    try:
        text = unshield(sent, received, unit.field.markup)
    except Broken:
        return None
    checked = check_unit(unit, text, terms)
    return MachineText(unit, checked.text) if checked.text and not checked.problems else None


def _again(batch: MachineTranslationBatch, failure: TemporaryFailure, now: datetime) -> None:
    log.warning("translation engine failed", code=failure.code, batch=batch.pk, attempts=batch.attempts)
    if batch.attempts >= MOST_ATTEMPTS:
        _give_up(batch.request, failure.code, now)
        return
    pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (batch.attempts - 1))
    _postpone(batch, failure.code, now + max(pause, failure.retry_after or timedelta()), counted=True)


def _postpone(batch: MachineTranslationBatch, code: str, until: datetime, *, counted: bool) -> None:
    attempts = batch.attempts if counted else batch.attempts - 1
    MachineTranslationBatch.objects.filter(pk=batch.pk).update(available_at=until, attempts=attempts)
    _set(batch.request, problem=code)


def _give_up(request: MachineTranslationRequest, code: str, now: datetime) -> None:
    """End the whole request: what holds for one batch holds for the others."""
    log.error("machine translation given up", code=code, request=request.pk)
    with transaction.atomic():
        request.batches.filter(finished_at__isnull=True).update(finished_at=now)
        _set(request, status=RequestStatus.FAILED, problem=code, finished_at=now)


def _conclude(request: MachineTranslationRequest, now: datetime) -> None:
    if not request.batches.filter(finished_at__isnull=True).exists():
        _set(request, status=RequestStatus.DONE, finished_at=now)


def _set(request: MachineTranslationRequest, **values: object) -> None:
    MachineTranslationRequest.objects.filter(pk=request.pk).update(**values)
