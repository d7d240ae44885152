"""Storing a column of whole numbers of several rows, where that is done all the time: one prepared statement.

Django's ``bulk_update`` writes a CASE of all rows anew each time, and PostgreSQL reads and plans it anew.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import connections, router, transaction
from django.db.models import Model

from marketplace.quick_read import fetched


def store_numbers(rows: Sequence[Model], field: str) -> None:
    """Store ``field`` of rows of one model, which have numbers as primary keys; who changes them holds their locks."""
    if not rows:
        return
    model = type(rows[0])
    database = router.db_for_write(model)
    connection = connections[database]
    if connection.vendor != "postgresql":
        model._base_manager.bulk_update(rows, [field])
        return
    values = [[row.pk for row in rows], [getattr(row, field) for row in rows]]
    with transaction.mark_for_rollback_on_error(using=database):
        fetched(connection, _statement(model, field), values)


@lru_cache
def _statement(model: type[Model], name: str) -> str:
    columns: dict[str, Any] = {field.name: field for field in model._meta.local_concrete_fields}
    key: Any = model._meta.pk
    return (
        f'UPDATE "{model._meta.db_table}" AS stored SET "{columns[name].column}" = given.value '  # noqa: S608  # names of tables and columns
        "FROM UNNEST(%s::bigint[], %s::bigint[]) AS given (key, value) "
        f'WHERE stored."{key.column}" = given.key RETURNING stored."{key.column}"'
    )
