"""How much is translated, counted by the database in one statement whatever the number of records."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import connection

from i18n.languages import LANGUAGES
from i18n.translation_state import TranslationState
from i18n.units.sources import STATE, TABLE, Narrowing, sources


@dataclass(frozen=True, slots=True)
class Coverage:
    """Texts of one kind in one language. ``total`` leaves out what is written in that language anyway."""

    language: str
    kind: str
    total: int
    machine: int = 0
    imported: int = 0
    human: int = 0
    reviewed: int = 0
    stale: int = 0
    """There is a translation, of an original that changed since."""

    @property
    def translated(self) -> int:
        """With a translation of the original as it is now, whoever made it."""
        return self.machine + self.imported + self.human + self.reviewed

    @property
    def missing(self) -> int:
        return self.total - self.translated - self.stale


Counts = dict[tuple[str, str, str], dict[str, int]]
"""Counts by state, by (parent, kind, language)."""


def coverage(narrowing: Narrowing) -> list[Coverage]:
    """Every language and kind that there are texts of, languages in their usual order."""
    return _tabulate(_count(narrowing, by_parent=False)).get("", [])


def coverage_of_products(product_ids: Collection[int]) -> dict[int, list[Coverage]]:
    """The same for single products, their pictures included, with one statement for all of them."""
    if not product_ids:
        return {}
    found = _tabulate(_count(Narrowing(owner_id=None, parents=product_ids), by_parent=True))
    return {product_id: found.get(str(product_id), []) for product_id in product_ids}


def in_language(rows: Iterable[Coverage], language: str, kind: str = "") -> Coverage:
    """The sum over the kinds."""
    mine = [row for row in rows if row.language == language]
    names = ("total", "machine", "imported", "human", "reviewed", "stale")
    return Coverage(language, kind, *(sum(getattr(row, name) for row in mine) for name in names))


def _count(narrowing: Narrowing, *, by_parent: bool) -> list[tuple[str, str, str, str, int]]:
    """(parent, kind, language, state, count) of translations, and with SOURCE of originals by their language."""
    relation, parameters = sources(narrowing)
    if not relation:
        return []
    parent = "s.unit_parent" if by_parent else "''"
    # Every name in this statement is one of this package's own; values are parameters.
    statement = f"""WITH s AS MATERIALIZED ({relation})
        SELECT {parent}, s.unit_kind, t.language, {STATE}, COUNT(*) FROM s JOIN {TABLE} t
            ON t.subject = s.unit_kind AND t.object_id = s.unit_key AND t.field = s.unit_field
            AND t.language <> s.unit_language GROUP BY 1, 2, 3, 4
        UNION ALL SELECT {parent}, s.unit_kind, s.unit_language, 'SOURCE', COUNT(*) FROM s GROUP BY 1, 2, 3"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())


def _tabulate(rows: list[tuple[str, str, str, str, int]]) -> dict[str, list[Coverage]]:
    originals: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    states: dict[tuple[str, str, str], dict[str, int]] = defaultdict(dict)
    for parent, kind, language, state, count in rows:
        if state == TranslationState.SOURCE:
            originals[parent, kind][language] = count
        else:
            states[parent, kind, language][state.lower()] = count
    found: dict[str, list[Coverage]] = defaultdict(list)
    for language in LANGUAGES:
        for (parent, kind), written in originals.items():
            total = sum(written.values()) - written.get(language, 0)
            if total:
                found[parent].append(Coverage(language, kind, total, **states[parent, kind, language]))
    return found
