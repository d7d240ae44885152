"""Bring slugs in step with names.

1. A language whose name still gives the same base keeps its slug; one that lost its name has no current slug.
2. A name that the record had before takes its former slug back.
3. A new name gets its base, or where another record has that, ``base-2`` to ``base-9`` and then random letters.
4. Former slugs stay and lead to the record for ever.

Example: a product whose own slug is ``ban-an`` (vi) gets the English name Dining table: row (en, ``dining-table``).
Renamed Oak table, it gets (en, ``oak-table``) as the current one; ``dining-table`` still leads to it.
"""

import re
import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction

from i18n.slugs.name import slug_of_name
from i18n.slugs.slug import Slug

Owners = Callable[[set[str]], Mapping[str, int]]
"""Which records have these texts as their own slugs."""
_NUMBERED_ROUNDS = 9
_ADDITION = r"(-(\d|[0-9a-f]{6}))?"
_LOCK = 7_305_113
"""Any number that nothing else locks with."""


@dataclass(frozen=True, slots=True)
class Named:
    """A record's names by language, and the slug it was created with, made of its name in ``own_language``."""

    object_id: int
    own: str
    own_language: str
    names: Mapping[str, str]


@dataclass(slots=True)
class _Changes:
    retired: list[Slug] = field(default_factory=list)
    restored: list[Slug] = field(default_factory=list)
    wanted: list[Slug] = field(default_factory=list)


def renew_slugs(*, subject: str, records: Sequence[Named], owners: Owners) -> int:
    """Do it for many records at once, in a handful of statements; returns how many slugs are new or changed.

    May be repeated freely. One at a time for the whole installation, so that no two records take the same text.
    """
    with transaction.atomic():
        _wait_for_turn()
        rows = _rows(subject, [record.object_id for record in records])
        changes = _Changes()
        for record in records:
            _compare(subject, record, rows.get(record.object_id, []), changes)
        _save(subject, changes, owners)
    return len(changes.retired) + len(changes.restored) + len(changes.wanted)


def _wait_for_turn() -> None:
    """SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _rows(subject: str, object_ids: Sequence[int]) -> dict[int, list[Slug]]:
    found: dict[int, list[Slug]] = {}
    for row in Slug.objects.filter(subject=subject, object_id__in=list(object_ids)).order_by("pk"):
        found.setdefault(row.object_id, []).append(row)
    return found


def _compare(subject: str, record: Named, rows: Sequence[Slug], changes: _Changes) -> None:
    bases = {language: slug_of_name(name) for language, name in record.names.items()}
    current = {row.language: row for row in rows if row.is_current}
    for language, row in current.items():
        if bases.get(language) != row.base:
            changes.retired.append(row)
    for language, base in bases.items():
        known = current.get(language)
        if not base or (known is not None and known.base == base) or _is_own(record, language, base):
            continue
        former = next((row for row in rows if row.language == language and row.base == base), None)
        if former is not None:
            changes.restored.append(former)
        else:
            new = Slug(subject=subject, object_id=record.object_id, language=language, text=base, base=base)
            changes.wanted.append(new)


def _is_own(record: Named, language: str, base: str) -> bool:
    """The record's own slug already says this name."""
    return language == record.own_language and re.fullmatch(re.escape(base) + _ADDITION, record.own) is not None


def _save(subject: str, changes: _Changes, owners: Owners) -> None:
    for row in changes.retired:
        row.is_current = False
    for row in changes.restored:
        row.is_current = True
    Slug.objects.bulk_update(changes.retired, ["is_current"], batch_size=500)
    Slug.objects.bulk_update(changes.restored, ["is_current"], batch_size=500)
    _give_free_texts(subject, changes.wanted, owners)
    Slug.objects.bulk_create(changes.wanted, batch_size=500)


def _give_free_texts(subject: str, wanted: Sequence[Slug], owners: Owners) -> None:
    """One round of look-ups for all, then one for those that met another record, and so on."""
    given: dict[str, int] = {}
    waiting, number = list(wanted), 1
    while waiting:
        texts = {slug.text for slug in waiting}
        taken = {**owners(texts), **_owners_of_slugs(subject, texts)}
        collided = []
        for slug in waiting:
            owner = taken.get(slug.text, given.get(slug.text, slug.object_id))
            if owner == slug.object_id:
                given[slug.text] = slug.object_id
            else:
                collided.append(slug)
        number += 1
        for slug in collided:
            slug.text = f"{slug.base}-{number if number <= _NUMBERED_ROUNDS else secrets.token_hex(3)}"
        waiting = collided


def _owners_of_slugs(subject: str, texts: Collection[str]) -> dict[str, int]:
    ordered = sorted(texts)
    return {
        text: object_id
        for start in range(0, len(ordered), 500)
        for text, object_id in Slug.objects.filter(subject=subject, text__in=ordered[start : start + 500]).values_list(
            "text", "object_id"
        )
    }
