"""All originals of an owner as one relation of the database: what coverage, lists of work and exports are read from.

For each declared kind and field a ``SELECT`` of the records' keys, languages and fingerprints, put together with
``UNION ALL``. The fingerprints are worked out by the database out of the texts as they are, so nothing has to be kept
in step with them: an original that a bulk import changed is seen at once.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import BigIntegerField, CharField, F, Func, IntegerField, QuerySet, UUIDField, Value
from django.db.models.functions import MD5, Cast

from i18n.subjects import Subject, TextField, all_subjects, subjects_of_owner
from i18n.translation import Translation

COLUMNS = ("rank", "number", "key", "place", "kind", "field", "language", "hash", "parent")
TABLE = Translation._meta.db_table
STATE = """CASE WHEN t.id IS NULL THEN 'MISSING'
 WHEN t.source_hash <> '' AND t.source_hash <> s.unit_hash THEN 'STALE'
 WHEN t.reviewed_at IS NOT NULL THEN 'REVIEWED' ELSE t.source END"""
"""The same as `i18n.translation_state.state_of`."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which originals are meant; what is ``None`` does not narrow. ``owner_id`` 0 is the marketplace."""

    owner_id: int | None
    kinds: Collection[str] | None = None
    parents: Collection[int] | None = None
    """Ids of products: themselves and what belongs to them."""
    source_language: str | None = None
    search: str = ""
    """A part of the original."""

    def subjects(self) -> list[tuple[int, Subject]]:
        """The kinds that are meant, each with its rank in lists."""
        known = all_subjects()
        wanted = known if self.owner_id is None else subjects_of_owner(self.owner_id)
        return [
            (known.index(subject), subject)
            for subject in wanted
            if (self.kinds is None or subject.kind in self.kinds) and (self.parents is None or subject.parent)
        ]


class ObjectKey(Func):
    """A primary key as `Translation.object_id` has it. SQLite keeps UUIDs without their hyphens."""

    output_field = CharField()
    function = "CAST"
    template = "CAST(%(expressions)s AS varchar(40))"
    arity = 1

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        [source] = self.get_source_expressions()
        if isinstance(source.output_field, UUIDField):
            return self.as_sql(compiler, connection, template=_HYPHENS, **context)
        return self.as_sql(compiler, connection, template="CAST(%(expressions)s AS text)", **context)


_HYPHENS = "||'-'||".join(
    f"substr(%(expressions)s,{start},{length})" for start, length in ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
)


def sources(narrowing: Narrowing) -> tuple[str, list[Any]]:
    """The relation as SQL with its parameters; columns are named ``unit_…``. Empty text when no kind is meant."""
    statements: list[str] = []
    parameters: list[Any] = []
    for rank, subject in narrowing.subjects():
        for place, field in enumerate(subject.fields):
            try:
                sql, given = _select(narrowing, rank, subject, place, field).query.sql_with_params()
            except EmptyResultSet:  # no record of this kind can be meant: another source language, or no products
                continue
            statements.append(sql)
            parameters += given
    return " UNION ALL ".join(statements), parameters


def records(narrowing: Narrowing, subject: Subject) -> QuerySet[Any]:
    """The records of one kind that are meant, in no order."""
    rows = subject.rows().order_by()
    if subject.owner and narrowing.owner_id is not None:
        rows = rows.filter(**{subject.owner: narrowing.owner_id})
    if narrowing.parents is not None:
        rows = rows.filter(**{f"{subject.parent}__in": list(narrowing.parents)})
    if narrowing.source_language and subject.source_language:
        rows = rows.filter(**{subject.source_language: narrowing.source_language})
    elif narrowing.source_language and subject.written_in != narrowing.source_language:
        rows = rows.none()
    return rows


def _select(narrowing: Narrowing, rank: int, subject: Subject, place: int, field: TextField) -> QuerySet[Any]:
    rows = records(narrowing, subject).exclude(**{field.name: ""})
    if narrowing.search:
        rows = rows.filter(**{f"{field.name}__icontains": narrowing.search})
    return rows.annotate(
        unit_rank=_whole(rank),
        unit_number=_number(subject),
        unit_key=ObjectKey("pk"),
        unit_place=_whole(place),
        unit_kind=_word(subject.kind),
        unit_field=_word(field.name),
        unit_language=F(subject.source_language) if subject.source_language else _word(subject.written_in),
        unit_hash=MD5(field.name),
        unit_parent=ObjectKey(subject.parent) if subject.parent else _word(""),
    ).values_list(*(f"unit_{name}" for name in COLUMNS))


def _number(subject: Subject) -> Any:
    pk = subject.rows().model._meta.pk
    return _whole(0) if isinstance(pk, UUIDField) else Cast("pk", BigIntegerField())


def _whole(value: int) -> Value:
    return Value(value, output_field=IntegerField())


def _word(value: str) -> Value:
    return Value(value, output_field=CharField())


def marks(values: Sequence[Any]) -> str:
    """Placeholders for a list of values: ``%s, %s``."""
    return ", ".join(["%s"] * len(values))
