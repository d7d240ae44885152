"""Copying rows of one table for the next edition, with their references to other rows that were copied."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from i18n.translation import Translation

Row = TypeVar("Row", bound=Model)


def copy_rows(rows: "QuerySet[Row]", **changes: Any) -> dict[int, Row]:
    """Store a copy of each row, in the order of the queryset; returns the copies by the keys of their originals.

    A change is a value for all copies, or a mapping from the old key to the new row of a foreign key: a key that is
    not in it becomes null.
    """
    originals = list(rows)
    copies = [_copy(row, changes) for row in originals]
    return {row.pk: copy for row, copy in zip(originals, rows.model._base_manager.bulk_create(copies), strict=True)}


def _copy(row: Row, changes: Mapping[str, Any]) -> Row:
    values = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key
    }
    copy = type(row)(**values)
    for name, change in changes.items():
        if isinstance(change, Mapping):
            change = change.get(getattr(row, f"{name}_id"))
        setattr(copy, name, change)
    return copy


def copy_translations(subject: str, copies: "Mapping[int, Model]") -> list[Translation]:
    """Store the translations of records for their copies too, each with its state."""
    found = Translation.objects.filter(subject=subject, object_id__in=[str(key) for key in copies]).order_by("pk")
    rows = []
    for row in found:
        row.pk, row.object_id = None, str(copies[int(row.object_id)].pk)
        rows.append(row)
    return Translation.objects.bulk_create(rows)
