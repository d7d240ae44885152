"""Take in a nomenclature: a CSV with a code and a name a row, in one language."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from i18n.text import fold
from logistics.customs.hs.names import HsName

CODE_COLUMNS = ("hscode", "code", "hs_code", "hs")
NAME_COLUMNS = ("description", "name", "text")
_CODE = re.compile(r"[0-9]{2}(?:[0-9]{2}){0,2}", re.ASCII)
MOST_ROWS = 50_000
MOST_CHARACTERS = 500
BATCH = 1000


class UnreadableNomenclature(ValueError):
    """The file has no column for codes or none for names, or is no table at all."""


@dataclass(frozen=True, slots=True)
class Report:
    written: int
    unchanged: int
    skipped: int
    """Rows whose code is not 2, 4 or 6 digits, or that have no name."""


def import_names(path: Path, *, language: str, edition: str) -> Report:
    """Names by code, replacing what was there in the language; again changes nothing. Raises `UnreadableNomenclature`.

    The code stands in a column ``hscode``, ``code``, ``hs_code`` or ``hs`` (dots are ignored), the name in
    ``description``, ``name`` or ``text``; further columns are ignored.
    """
    rows, skipped = _read(path)
    with transaction.atomic():
        present = {row.code: row for row in HsName.objects.select_for_update().filter(language=language).order_by("pk")}
        new, changed = [], []
        for code, name in rows.items():
            row = present.get(code)
            if row is None:
                new.append(HsName(code=code, language=language, name=name, folded=fold(name)[:500], edition=edition))
            elif (row.name, row.edition) != (name, edition):
                row.name, row.folded, row.edition = name, fold(name)[:500], edition
                changed.append(row)
        HsName.objects.bulk_create(new, batch_size=BATCH)
        HsName.objects.bulk_update(changed, ["name", "folded", "edition"], batch_size=BATCH)
    written = len(new) + len(changed)
    return Report(written, len(rows) - written, skipped)


def _read(path: Path) -> tuple[dict[str, str], int]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _rows(csv.DictReader(file))
    except (UnicodeDecodeError, csv.Error, OSError) as wrong:
        raise UnreadableNomenclature(f"{path.name}: {wrong}") from wrong


def _rows(reader: csv.DictReader[str]) -> tuple[dict[str, str], int]:
    columns = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    code_column = _first(CODE_COLUMNS, columns)
    name_column = _first(NAME_COLUMNS, columns)
    rows: dict[str, str] = {}
    skipped = 0
    for number, row in enumerate(reader):
        if number >= MOST_ROWS:
            raise UnreadableNomenclature(f"more than {MOST_ROWS} rows")
        code = re.sub(r"[.\s]", "", row[code_column] or "")
        name = " ".join((row[name_column] or "").split())[:MOST_CHARACTERS]
        if _CODE.fullmatch(code) and name:
            rows[code] = name
        else:
            skipped += 1
    return rows, skipped


def _first(names: Iterable[str], columns: dict[str, str]) -> str:
    for name in names:
        if name in columns:
            return columns[name]
    raise UnreadableNomenclature(f"no column is called {' or '.join(names)}")
