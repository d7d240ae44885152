"""``apply_exhibitors``: do what a preview said, once.

The rows are judged again under the exhibition's lock, for the directory may have changed since the preview; rows with
errors are left out. The same list applied a second time, or imported again, changes nothing.
"""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.feed import Column, Record
from marketplace.expo.hall import Booth, Hall
from marketplace.expo.imports.evaluate import Row, RowAction, evaluate
from marketplace.expo.imports.preview import as_json
from marketplace.expo.locks import lock_expo

BATCH = 500
_WRITTEN = (
    "name",
    "tax_code",
    "country",
    "website_url",
    "email",
    "phone",
    "description",
    "categories",
    "name_key",
    "categories_text",
    "search_text",
)


@dataclass(frozen=True, slots=True)
class Applied:
    exhibitor_import: ExhibitorImport
    created: int
    updated: int
    unchanged: int
    refused: int


def apply_exhibitors(*, exhibitor_import: ExhibitorImport) -> Applied:
    """Bring the list's good rows into the directory; a few queries, however long the list is."""
    with transaction.atomic():
        expo = lock_expo(exhibitor_import.expo_id)
        _lock_halls(expo.pk)
        stored = ExhibitorImport.objects.select_for_update().get(pk=exhibitor_import.pk)
        records = [Record(row["number"], row["values"]) for row in stored.rows]
        rows = evaluate(expo, records)
        if stored.applied_at is None:
            _write(stored, rows)
        return _count(stored, rows, was_applied=exhibitor_import.applied_at is not None)


def _lock_halls(expo_id: int) -> None:
    list(Hall.objects.select_for_update().filter(expo_id=expo_id).order_by("pk").values_list("pk"))


def _write(stored: ExhibitorImport, rows: list[Row]) -> None:
    good = [row for row in rows if not row.problems]
    new = [row for row in good if row.action is RowAction.CREATE]
    for row in good:
        row.existing = _filled(row, stored)
    Exhibitor.objects.bulk_create([_exhibitor(row) for row in new], batch_size=BATCH)
    changed = [_exhibitor(row) for row in good if row.action is RowAction.UPDATE]
    Exhibitor.objects.bulk_update(changed, _WRITTEN, batch_size=BATCH)
    _assign(good)
    columns = [Column(header, field) for header, field in stored.columns]
    stored.rows = [as_json(row, columns) for row in rows]
    stored.applied_at = timezone.now()
    stored.save(update_fields=["rows", "applied_at"])


def _filled(row: Row, stored: ExhibitorImport) -> Exhibitor:
    exhibitor = row.existing or Exhibitor(expo_id=stored.expo_id, source_feed=stored.feed)
    for name, value in row.entry.items():
        setattr(exhibitor, name, value)
    exhibitor.refresh_keys()
    return exhibitor


def _exhibitor(row: Row) -> Exhibitor:
    if row.existing is None:
        raise RuntimeError(f"row {row.record.number} has no exhibitor yet")
    return row.existing


def _assign(rows: list[Row]) -> None:
    booths = []
    for row in rows:
        for booth in row.booths:
            booth.exhibitor, booth.is_held = _exhibitor(row), False
            booths.append(booth)
    Booth.objects.bulk_update(booths, ["exhibitor", "is_held"], batch_size=BATCH)


def _count(stored: ExhibitorImport, rows: list[Row], *, was_applied: bool) -> Applied:
    actions: list[Any] = [None if row.problems else row.action for row in rows]
    if was_applied:
        actions = [RowAction.UNCHANGED if action else None for action in actions]
    return Applied(
        stored,
        created=actions.count(RowAction.CREATE),
        updated=actions.count(RowAction.UPDATE),
        unchanged=actions.count(RowAction.UNCHANGED),
        refused=actions.count(None),
    )
