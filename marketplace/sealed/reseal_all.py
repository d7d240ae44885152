"""Bring every sealed column to the newest key, after which the older ones may be taken away.

Row by row, each in a transaction of its own and under its lock: it can be stopped and run again, and what changes
meanwhile stays changed. Answers kept for idempotency keys are no part of it: they open for a day only, so the older
keys stay that long.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.db import models, transaction

from marketplace.sealed.entries import SEALED, SealedEntriesField, open_entry
from marketplace.sealed.field import DerivedField, SealedTextField
from marketplace.sealed.seal import BrokenSeal, is_newest
from marketplace.sealed.seal_entries import entry_columns
from marketplace.sealed.secret import Secret


@dataclass(slots=True)
class Resealed:
    moved: int = 0
    """Secrets that lie under the newest key only now."""
    kept: int = 0
    broken: list[str] = field(default_factory=list)
    """``table.column row``: no known key opens these; they are left as they are."""


def reseal_all() -> Resealed:
    found = Resealed()
    for model, columns in sealed_columns():
        for key in list(model._base_manager.order_by("pk").values_list("pk", flat=True)):
            _reseal_row(model, columns, key, found)
    for table, column in entry_columns():
        for key in list(table._base_manager.exclude(**{column.name: []}).order_by("pk").values_list("pk", flat=True)):
            _reseal_entries(table, column, key, found)
    return found


def sealed_columns() -> Iterator[tuple[type[models.Model], list[SealedTextField]]]:
    """Every table that has any, by name."""
    models_ = [model for app in apps.get_app_configs() for model in app.get_models()]
    for model in sorted(models_, key=lambda each: each._meta.label):
        columns = [each for each in model._meta.concrete_fields if isinstance(each, SealedTextField)]
        if columns:
            yield model, columns


def _reseal_row(model: type[models.Model], columns: list[SealedTextField], key: object, found: Resealed) -> None:
    with transaction.atomic():
        row = model._base_manager.select_for_update(of=("self",)).filter(pk=key).first()
        if row is None:
            return
        changed = {name: value for column in columns for name, value in _resealed(row, column, found).items()}
        if changed:
            model._base_manager.filter(pk=key).update(**changed)


def _resealed(row: models.Model, column: SealedTextField, found: Resealed) -> dict[str, object]:
    secret: Secret | None = getattr(row, column.attname)
    if not secret:
        return {}
    if is_newest(secret.sealed):
        found.kept += 1
        return {}
    try:
        text = secret.open()
    except BrokenSeal:
        found.broken.append(f"{column.model._meta.label}.{column.name} {row.pk}")
        return {}
    found.moved += 1
    changed: dict[str, object] = {column.attname: Secret.of(text)}
    derived = [each for each in column.model._meta.concrete_fields if isinstance(each, DerivedField)]
    return changed | {each.attname: each.made_of(text) for each in derived if each.of == column.name}


def _reseal_entries(model: type[models.Model], column: SealedEntriesField, key: object, found: Resealed) -> None:
    """A list of entries is opened and closed as a whole; what lies open in it is closed as well."""
    with transaction.atomic():
        row = model._base_manager.select_for_update(of=("self",)).filter(pk=key).first()
        entries = getattr(row, column.attname) if row else []
        if all(SEALED in each and is_newest(each[SEALED]) for each in entries):
            found.kept += len(entries)
            return
        try:
            opened = [open_entry(each, column.seals) for each in entries]
        except BrokenSeal:
            found.broken.append(f"{model._meta.label}.{column.name} {key}")
            return
        model._base_manager.filter(pk=key).update(**{column.attname: opened})
        found.moved += len(opened)
