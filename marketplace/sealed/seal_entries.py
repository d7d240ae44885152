"""Close what lies open in the columns of sealed entries: rows from before, and those an older version still wrote."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models, transaction

from marketplace.sealed.entries import SEALED, SealedEntriesField, any_open

AT_ONCE = 200
MOST_BATCHES = 50
"""At most 10,000 rows of a column in one run; the next run goes on where this one ended."""


def seal_open_entries() -> int:
    """How many rows were closed. Batch by batch, each a transaction of its own; a second run finds nothing to do."""
    return sum(_seal_column(model, column) for model, column in entry_columns())


def entry_columns() -> Iterator[tuple[type[models.Model], SealedEntriesField]]:
    """Every column of this kind, by the name of its table."""
    for model in sorted(apps.get_models(), key=lambda each: each._meta.label):
        for column in model._meta.concrete_fields:
            if isinstance(column, SealedEntriesField):
                yield model, column


def _seal_column(model: type[models.Model], column: SealedEntriesField) -> int:
    closed, last = 0, None
    for _batch in range(MOST_BATCHES):
        found, last = _seal_batch(model, column, after=last)
        closed += found
        if last is None:
            break
    return closed


def _seal_batch(model: type[models.Model], column: SealedEntriesField, *, after: Any) -> tuple[int, Any]:
    """How many were closed, and the key to go on after; none at the end.

    A list is written as a whole, so its first entry says for all of them whether it is closed. Entries without a number
    have nothing to close and stay as they are.
    """
    open_rows = model._base_manager.filter(
        **{f"{column.name}__0__isnull": False, f"{column.name}__0__{SEALED}__isnull": True}
    )
    if after is not None:
        open_rows = open_rows.filter(pk__gt=after)
    closed = 0
    with transaction.atomic():
        rows = list(open_rows.select_for_update(of=("self",)).order_by("pk")[:AT_ONCE])
        for row in rows:
            if any_open(getattr(row, column.attname), column.seals):
                row.save(update_fields=[column.name])
                closed += 1
    return closed, rows[-1].pk if len(rows) == AT_ONCE else None
