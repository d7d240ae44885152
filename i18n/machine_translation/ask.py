"""``request_machine_translation``: hand texts in for the engine. Nothing is sent here; `translate_waiting` does that.

The batches are rows that commit together with the request. They are not reactions of the outbox, for those run inside
a transaction, and waiting for an engine in one would hold the embedded database's only pen.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction
from django.utils import timezone

from i18n.machine_translation.configured import NotConfigured, configured_engine
from i18n.machine_translation.request import MachineTranslationBatch, MachineTranslationRequest, RequestStatus
from i18n.translation import TranslationSource
from i18n.translation_state import TranslationState
from i18n.units.find import Wanted, find_units
from i18n.units.sources import Narrowing
from i18n.units.unit import Unit

MOST_UNITS = 2_000
UNITS_AT_ONCE, CHARACTERS_AT_ONCE = 40, 20_000
"""What goes out in one call; DeepL takes 50 texts and 128 KiB."""


class NothingToTranslate(Exception):
    """Everything that was meant is translated already."""


class StillRunning(Exception):
    """A request of this owner for this language has not ended yet."""

    def __init__(self, request: MachineTranslationRequest) -> None:
        super().__init__(str(request))
        self.request = request


def request_machine_translation(
    *, narrowing: Narrowing, language: str, by: str, roles: frozenset[str]
) -> MachineTranslationRequest:
    """Queue what is missing in the language, and a machine's earlier text where the original changed since.

    A person's text is never among them. At most 2,000 texts at once. Raises `NotConfigured`, `StillRunning` or
    `NothingToTranslate`.
    """
    owner_id = narrowing.owner_id
    if configured_engine() is None or owner_id is None:
        raise NotConfigured
    with transaction.atomic():
        same = MachineTranslationRequest.objects.select_for_update().filter(owner_id=owner_id, language=language)
        running = same.filter(status__in=[RequestStatus.QUEUED, RequestStatus.RUNNING]).first()
        if running is not None:
            raise StillRunning(running)
        units = [unit for unit in _waiting_units(narrowing, language) if unit.subject.role in roles]
        if not units:
            raise NothingToTranslate
        request = MachineTranslationRequest.objects.create(
            owner_id=owner_id, language=language, requested_by=by, units=len(units)
        )
        MachineTranslationBatch.objects.bulk_create(_batches(request, units))
    return request


def is_for_machine(unit: Unit) -> bool:
    """Nothing is there, or what a machine made of an original that has changed since, unread by anybody."""
    row = unit.translation
    if row is None:
        return True
    by_machine = row.source == TranslationSource.MACHINE and row.reviewed_at is None
    return by_machine and unit.state == TranslationState.STALE


def _waiting_units(narrowing: Narrowing, language: str) -> list[Unit]:
    states = (TranslationState.MISSING, TranslationState.STALE)
    found = find_units(Wanted(narrowing, language, states), limit=MOST_UNITS)
    return [unit for unit in found if is_for_machine(unit)]


def _batches(request: MachineTranslationRequest, units: Iterable[Unit]) -> Iterator[MachineTranslationBatch]:
    by_source: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_source[unit.source_language].append(unit)
    for source_language, some in by_source.items():
        for part in _parts(some):
            yield MachineTranslationBatch(
                request=request,
                source_language=source_language,
                units=[[unit.id.kind, unit.id.object_id, unit.id.field, unit.source_hash] for unit in part],
                available_at=timezone.now(),
            )


def _parts(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    part: list[Unit] = []
    size = 0
    for unit in units:
        if part and (len(part) >= UNITS_AT_ONCE or size + len(unit.source_text) > CHARACTERS_AT_ONCE):
            yield part
            part, size = [], 0
        part.append(unit)
        size += len(unit.source_text)
    if part:
        yield part
