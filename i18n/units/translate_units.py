"""``translate_units`` and ``review_units``: many texts of one owner in one language, each judged on its own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from i18n.messages import gettext_noop as _
from i18n.store_translations import NewText, announce_translations, in_batches, store_translations
from i18n.subjects import subject_of
from i18n.translation import Translation, TranslationSource
from i18n.translation_state import TranslationState
from i18n.units.check import Checked, Remark, check_unit, glossary_of
from i18n.units.find import units_at
from i18n.units.unit import Unit, UnitId

MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class UnitText:
    """A translation as it was handed in, with the fingerprints its writer saw; ``None`` asks for no comparison."""

    id: UnitId
    text: str
    source_hash: str | None = None
    target_hash: str | None = None
    approved: bool = False


@dataclass(frozen=True, slots=True)
class UnitResult:
    """What became of one of them: stored when there is no problem, and ``changed`` when it differs from before."""

    id: UnitId
    unit: Unit | None
    problems: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    changed: bool = False


NOT_FOUND = Remark("NOT_FOUND", _("There is no such text to translate here."))
NO_ROLE = Remark("PERMISSION_DENIED", _("Your role in this seller does not include this."))
SOURCE_CHANGED = Remark("SOURCE_CHANGED", _("The original has changed in the meantime. Read it again first."))
TARGET_CHANGED = Remark("TARGET_CHANGED", _("Somebody else has changed this translation in the meantime."))


def translate_units(
    *,
    owner_id: int,
    language: str,
    texts: Sequence[UnitText],
    by: str,
    roles: frozenset[str] = frozenset({"MANAGER", "OWNER"}),
    source: str = TranslationSource.HUMAN,
) -> list[UnitResult]:
    """Store those that can be stored, in one transaction; the others come back with what is wrong, in their order.

    Nothing is written over an original or a translation that its writer has not seen, where fingerprints are given. An
    empty text removes the translation. An approved text that is the same as before becomes REVIEWED.
    """
    with transaction.atomic():
        results = judge(owner_id=owner_id, language=language, texts=texts, roles=roles)
        good = [(text, result, checked) for text, result, checked in zip(texts, *_split(results), strict=True)]
        stored = _store(good, by=by, source=source)
        approved = [t.id for t, result, _checked in good if t.approved and not result.problems and t.id not in stored]
        touched = stored | _review(approved, language=language, owner_id=owner_id, by=by)
    return [_with_change(result, touched) for _text, result, _checked in good]


def judge(
    *, owner_id: int, language: str, texts: Sequence[UnitText], roles: frozenset[str]
) -> list[tuple[UnitResult, Checked]]:
    """What `translate_units` would say, writing nothing."""
    units = units_at([text.id for text in texts], language, owner_id)
    terms = glossary_of(owner_id)
    found = []
    for text in texts:
        unit = units.get(text.id)
        checked = check_unit(unit, text.text, terms) if unit else Checked("")
        problems = _hindrances(unit, text, roles) or checked.problems
        found.append((UnitResult(text.id, unit, tuple(problems), checked.warnings), checked))
    return found


def review_units(
    *, owner_id: int, language: str, texts: Sequence[UnitText], by: str, roles: frozenset[str]
) -> list[UnitResult]:
    """Note that somebody has read these translations beside their originals and found them right.

    A stale one counts as made of the present original from then on. What is not translated, or has changed since it
    was read, comes back with its problem.
    """
    with transaction.atomic():
        units = units_at([text.id for text in texts], language, owner_id)
        results = [_reviewable(units.get(text.id), text, roles) for text in texts]
        good = [result.id for result in results if not result.problems]
        touched = _review(good, language=language, owner_id=owner_id, by=by)
    return [_with_change(result, touched) for result in results]


def _split(results: Sequence[tuple[UnitResult, Checked]]) -> tuple[list[UnitResult], list[Checked]]:
    return [result for result, _checked in results], [checked for _result, checked in results]


def _with_change(result: UnitResult, touched: set[UnitId]) -> UnitResult:
    return UnitResult(result.id, result.unit, result.problems, result.warnings, result.id in touched)


def _hindrances(unit: Unit | None, text: UnitText, roles: frozenset[str]) -> list[Remark]:
    if unit is None:
        return [NOT_FOUND]
    if unit.subject.role not in roles:
        return [NO_ROLE]
    if text.source_hash is not None and text.source_hash != unit.source_hash:
        return [SOURCE_CHANGED]
    if text.target_hash is not None and text.target_hash != unit.target_hash:
        return [TARGET_CHANGED]
    return []


def _reviewable(unit: Unit | None, text: UnitText, roles: frozenset[str]) -> UnitResult:
    problems = _hindrances(unit, text, roles)
    if not problems and unit is not None and unit.translation is None:
        problems = [Remark("MISSING", _("There is no translation to review yet."))]
    return UnitResult(text.id, unit, tuple(problems))


def _store(good: Iterable[tuple[UnitText, UnitResult, Checked]], *, by: str, source: str) -> set[UnitId]:
    news = [
        NewText(
            subject=result.id.kind,
            object_id=result.id.object_id,
            field=result.id.field,
            language=result.unit.language,
            text=checked.text,
            source=source,
            translator=by,
            source_hash=result.unit.source_hash,
            reviewed_by=by if text.approved else "",
        )
        for text, result, checked in good
        if result.unit is not None and not result.problems
    ]
    stored = {UnitId(new.subject, new.object_id, new.field) for new in store_translations(news)}
    _tell(stored)
    return stored


def _review(ids: Sequence[UnitId], *, language: str, owner_id: int, by: str) -> set[UnitId]:
    units = units_at(ids, language, owner_id)
    fresh = [unit for unit in units.values() if unit.translation and unit.state != TranslationState.REVIEWED]
    now = timezone.now()
    for unit in fresh:
        row = unit.translation
        if row is not None:
            row.reviewed_by, row.reviewed_at, row.source_hash = by, now, unit.source_hash
    rows = [unit.translation for unit in fresh if unit.translation is not None]
    for some in in_batches(rows):
        Translation.objects.bulk_update(some, ["reviewed_by", "reviewed_at", "source_hash"])
    announce_translations(_as_text(row) for row in rows)
    done = {unit.id for unit in fresh}
    _tell(done)
    return done


def _as_text(row: Translation) -> NewText:
    return NewText(row.subject, row.object_id, row.field, row.language, row.text, row.source)


def _tell(ids: Iterable[UnitId]) -> None:
    """Let each kind tell the world that its records changed."""
    keys: Mapping[str, set[str]] = defaultdict(set)
    for one in ids:
        keys[one.kind].add(one.object_id)
    for kind, changed in keys.items():
        subject_of(kind).changed(sorted(changed))
