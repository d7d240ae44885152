"""Units of translation: a page of the list of work, or some by their ids."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from i18n.store_translations import in_batches
from i18n.subjects import Subject, subject_of
from i18n.translation import MARKETPLACE, Translation
from i18n.translation_state import TranslationState
from i18n.units.sources import COLUMNS, STATE, TABLE, Narrowing, marks, sources
from i18n.units.unit import Position, Unit, UnitId

_ORDER = "unit_rank, unit_number, unit_key, unit_place"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Units of an owner in one language, in some states; all states when none is named."""

    narrowing: Narrowing
    language: str
    states: Collection[TranslationState] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    position: Position
    id: UnitId


def find_units(wanted: Wanted, *, limit: int, after: Position | None = None) -> list[Unit]:
    """The next ``limit`` units after a position, in the order of kinds, records and fields."""
    where, given = _conditions(wanted, after)
    rows = _run(
        wanted, f"SELECT {_ORDER}, unit_kind, unit_field", f"{where} ORDER BY {_ORDER} LIMIT %s", [*given, limit]
    )
    places = [_Place((row[0], row[1], row[2], row[3]), UnitId(row[4], row[2], row[5])) for row in rows]
    units = units_at([place.id for place in places], wanted.language, wanted.narrowing.owner_id)
    return [_at(units[place.id], place.position) for place in places if place.id in units]


def count_units(wanted: Wanted) -> int:
    where, given = _conditions(wanted, None)
    [[count]] = _run(wanted, "SELECT COUNT(*)", where, given) or [[0]]
    return int(count)


def units_at(ids: Iterable[UnitId], language: str, owner_id: int | None) -> dict[UnitId, Unit]:
    """The units of these ids as they are now, with two statements per kind and 500 records.

    Left out: what is not there, is empty, is written in this language, or belongs to somebody else than
    ``owner_id`` (``None`` asks nobody).
    """
    by_kind: dict[str, list[UnitId]] = defaultdict(list)
    for one in ids:
        by_kind[one.kind].append(one)
    found: dict[UnitId, Unit] = {}
    for kind, some in by_kind.items():
        found |= _units_of_kind(subject_of(kind), some, language, owner_id)
    return found


def _conditions(wanted: Wanted, after: Position | None) -> tuple[str, list[Any]]:
    conditions: list[str] = ["TRUE"]
    given: list[Any] = []
    if wanted.states:
        conditions.append(f"unit_state IN ({marks(list(wanted.states))})")
        given += [str(state) for state in wanted.states]
    if after is not None:
        conditions.append(f"({_ORDER}) > ({marks(after)})")
        given += after
    return " AND ".join(conditions), given


def _run(wanted: Wanted, select: str, rest: str, given: Sequence[Any]) -> list[Any]:
    relation, parameters = sources(wanted.narrowing)
    if not relation:
        return []
    columns = ", ".join(f"s.unit_{name}" for name in COLUMNS)
    # Every name in this statement is one of this package's own; values are parameters.
    statement = f"""{select} FROM (SELECT {columns}, {STATE} AS unit_state FROM ({relation}) s LEFT JOIN {TABLE} t
        ON t.subject = s.unit_kind AND t.object_id = s.unit_key AND t.field = s.unit_field AND t.language = %s
        WHERE s.unit_language <> %s) u WHERE {rest}"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [*parameters, wanted.language, wanted.language, *given])
        return list(cursor.fetchall())


def _units_of_kind(subject: Subject, ids: Sequence[UnitId], language: str, owner_id: int | None) -> dict[UnitId, Unit]:
    found: dict[UnitId, Unit] = {}
    pk = subject.rows().model._meta.pk
    keys = sorted({one.object_id for one in ids if _is_key(pk, one.object_id)})
    for some in in_batches(keys):
        rows = {str(row["pk"]): row for row in _rows(subject, some, owner_id)}
        stored = {
            (row.object_id, row.field): row
            for row in Translation.objects.filter(subject=subject.kind, object_id__in=list(rows), language=language)
        }
        for one in ids:
            if one.object_id in rows:
                unit = _unit(subject, one, rows[one.object_id], language, stored)
                if unit.source_text and unit.source_language != language:
                    found[one] = unit
    return found


def _is_key(pk: Any, text: str) -> bool:
    try:
        return str(pk.to_python(text)) == text and len(text) <= 36 and (not text.isdigit() or int(text) < 2**63)
    except Exception as refusal:  # Django's ValidationError, whatever a key's own type raises besides
        if isinstance(refusal, MemoryError | RecursionError):
            raise
        return False


def _rows(subject: Subject, keys: Sequence[str], owner_id: int | None) -> list[Mapping[str, Any]]:
    if owner_id is not None and bool(subject.owner) != bool(owner_id):
        return []
    rows = subject.rows().order_by().filter(pk__in=keys)
    if subject.owner and owner_id is not None:
        rows = rows.filter(**{subject.owner: owner_id})
    columns = [field.name for field in subject.fields]
    paths = {subject.source_language, subject.owner, subject.parent, *subject.names, *columns, "pk"} - {""}
    return list(rows.values(*sorted(paths)))


def _unit(
    subject: Subject, id: UnitId, row: Mapping[str, Any], language: str, stored: Mapping[tuple[str, str], Translation]
) -> Unit:
    field = subject.field(id.field)
    assert field is not None  # noqa: S101  # UnitId.read and the registry name only fields that there are
    return Unit(
        id=id,
        subject=subject,
        field=field,
        owner_id=row[subject.owner] if subject.owner else MARKETPLACE,
        source_language=row[subject.source_language] if subject.source_language else subject.written_in,
        language=language,
        source_text=row[id.field] or "",
        names=tuple(str(row[name]) for name in subject.names),
        parent=str(row[subject.parent]) if subject.parent else "",
        translation=stored.get((id.object_id, id.field)),
    )


def _at(unit: Unit, position: Position) -> Unit:
    return replace(unit, position=position)
