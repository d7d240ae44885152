"""``store_machine_texts``: what an engine said, where no person has spoken."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from i18n.subjects import subject_of
from i18n.translation import Translation, TranslationSource
from i18n.units.unit import Unit


@dataclass(frozen=True, slots=True)
class MachineText:
    unit: Unit
    text: str


def store_machine_texts(texts: Sequence[MachineText], *, engine: str) -> int:
    """Store and count them; call it inside a transaction.

    A text that a person stored while the engine thought is never written over: a missing one is only ever inserted,
    and a machine's own is replaced only while it is the one that was seen.
    """
    changed: dict[str, set[str]] = defaultdict(set)
    done = 0
    for text in texts:
        if _replaced(text, engine) if text.unit.translation else _inserted(text, engine):
            changed[text.unit.id.kind].add(text.unit.id.object_id)
            done += 1
    for kind, keys in changed.items():
        subject_of(kind).changed(sorted(keys))
    return done


def _inserted(text: MachineText, engine: str) -> bool:
    unit = text.unit
    place = {
        "subject": unit.id.kind,
        "object_id": unit.id.object_id,
        "field": unit.id.field,
        "language": unit.language,
    }
    values = {
        "text": text.text,
        "source": TranslationSource.MACHINE,
        "translator": engine,
        "source_hash": unit.source_hash,
    }
    _row, created = Translation.objects.get_or_create(**place, defaults=values)
    return created


def _replaced(text: MachineText, engine: str) -> bool:
    seen = text.unit.translation
    if seen is None:
        return False
    same = Translation.objects.filter(
        pk=seen.pk, source=TranslationSource.MACHINE, reviewed_at__isnull=True, source_hash=seen.source_hash
    )
    return bool(
        same.update(text=text.text, translator=engine, source_hash=text.unit.source_hash, updated_at=timezone.now())
    )
