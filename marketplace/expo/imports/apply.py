"""``apply_exhibitors``: do what a preview said, once.

The rows are judged again under the exhibition's lock, for the directory may have changed since the preview; rows with
errors, and those nobody has decided about, are left out. The same list applied a second time, or imported again,
changes nothing.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.feed import Record
from marketplace.expo.hall import Hall
from marketplace.expo.imports.as_json import as_json
from marketplace.expo.imports.decide import decisions_of
from marketplace.expo.imports.directory import Directory
from marketplace.expo.imports.evaluate import evaluate
from marketplace.expo.imports.missing import missing_now
from marketplace.expo.imports.remove import remove_missing
from marketplace.expo.imports.row import Row, RowAction
from marketplace.expo.imports.write import write_rows
from marketplace.expo.locks import lock_expo

OUTCOME = ("created", "updated", "unchanged", "refused", "undecided", "skipped", "removed")
"""What is counted."""
_TASK = ("task", "worked_until", "problem")


@dataclass(frozen=True, slots=True)
class Applied:
    exhibitor_import: ExhibitorImport
    created: int
    updated: int
    unchanged: int
    refused: int
    undecided: int = 0
    skipped: int = 0
    removed: int = 0


def apply_exhibitors(
    *, exhibitor_import: ExhibitorImport, remove: Collection[int] = (), by: User | None = None
) -> Applied:
    """Bring the list's good rows into the directory; a few queries, however long the list is.

    ``remove`` are keys of exhibitors that the source does not list any more; whoever is not among them stays.
    """
    with transaction.atomic():
        expo = lock_expo(exhibitor_import.expo_id)
        _lock_halls(expo.pk)
        stored = ExhibitorImport.objects.select_for_update(of=("self",)).get(pk=exhibitor_import.pk)
        directory = Directory(expo, stored.source)
        records = [Record(row["number"], row["values"]) for row in stored.rows]
        rows = evaluate(directory, records, source=stored.source, decisions=decisions_of(stored))
        if stored.applied_at is not None:
            return _count(stored, rows, was_applied=exhibitor_import.applied_at is not None)
        missing = missing_now(rows, directory)
        write_rows(stored, rows, directory, by=by)
        removed = remove_missing([each for each in missing if each.pk in set(remove)])
        applied = _count(stored, rows, removed=removed)
        _keep(applied, rows, by=by)
        return applied


def _lock_halls(expo_id: int) -> None:
    list(Hall.objects.select_for_update().filter(expo_id=expo_id).order_by("pk").values_list("pk"))


def _keep(applied: Applied, rows: list[Row], *, by: User | None) -> None:
    stored = applied.exhibitor_import
    columns = stored.read_columns()
    stored.keep_rows([as_json(row, columns) for row in rows])
    stored.outcome = {name: getattr(applied, name) for name in OUTCOME}
    stored.applied_at, stored.applied_by = timezone.now(), by
    stored.task, stored.worked_until, stored.problem = "", None, None
    stored.save(update_fields=["rows", "tally", "outcome", "applied_at", "applied_by", *_TASK])


def _count(stored: ExhibitorImport, rows: list[Row], *, was_applied: bool = False, removed: int = 0) -> Applied:
    actions = Counter(None if row.problems else row.action for row in rows)
    if was_applied:
        done = (RowAction.CREATE, RowAction.UPDATE, RowAction.UNCHANGED)
        actions = Counter({**actions, RowAction.UNCHANGED: sum(actions[each] for each in done)})
        actions[RowAction.CREATE] = actions[RowAction.UPDATE] = 0
    return Applied(
        stored,
        created=actions[RowAction.CREATE],
        updated=actions[RowAction.UPDATE],
        unchanged=actions[RowAction.UNCHANGED],
        refused=actions[None],
        undecided=actions[RowAction.ASK],
        skipped=actions[RowAction.SKIP],
        removed=removed,
    )
