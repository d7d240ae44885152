"""Adding rows to a table to which rows are added all the time.

Django's ``bulk_create`` writes the statement anew each time, and PostgreSQL reads and plans it anew. Here both is done
once for a number of rows: the statement is prepared as those of `quick_read` are. What cannot be sent that way (many
rows at once, values that the database computes, SQLite) goes the way of Django.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connections, router, transaction
from django.db.models import Model

from marketplace.quick_read import fetched

MOST_ROWS = 8
"""In one prepared statement; each number of rows is a statement of its own."""


class _NeedsDjango(Exception):
    """One of the values is not sent as plain text."""


class _Table(NamedTuple):
    name: str
    key: str
    fields: tuple[Any, ...]
    is_numbered: bool
    """The database gives the primary key."""


class _Conflict(NamedTuple):
    unique: tuple[str, ...]
    update: tuple[str, ...]


def insert_rows(rows: Sequence[Model], *, unique: Sequence[str] = (), update: Sequence[str] = ()) -> None:
    """Store new instances of one model by one statement; their primary keys are set afterwards.

    With ``unique`` and ``update``, names of fields: a row that is there already, by the first, gets the second.
    As ``bulk_create``, it sends no signals, and raises what that raises; ``TypeError`` for a model that does more than
    Django when it is saved.
    """
    if not rows:
        return
    model = type(rows[0])
    if model.save is not Model.save:
        raise TypeError(f"{model.__name__} is not stored without its own save()")
    database = router.db_for_write(model)
    connection = connections[database]
    conflict = _Conflict(tuple(unique), tuple(update))
    if connection.vendor != "postgresql" or len(rows) > MOST_ROWS:
        _by_django(model, rows, conflict)
        return
    table = _table(model)
    try:
        values = [_text(field, row, connection) for row in rows for field in table.fields]
    except _NeedsDjango:
        _by_django(model, rows, conflict)
        return
    with transaction.mark_for_rollback_on_error(using=database):
        keys = fetched(connection, _statement(model, len(rows), conflict), values)
    for row, (key,) in zip(rows, keys, strict=True):
        if table.is_numbered:
            row.pk = key
        row._state.adding, row._state.db = False, database


def _by_django(model: type[Model], rows: Sequence[Model], conflict: _Conflict) -> None:
    meant: dict[str, Any] = {}
    if conflict.unique:
        meant = {"update_conflicts": True, "unique_fields": conflict.unique, "update_fields": conflict.update}
    model._base_manager.bulk_create(rows, **meant)


@lru_cache
def _table(model: type[Model]) -> _Table:
    key: Any = model._meta.pk
    is_numbered = key is model._meta.auto_field
    fields = (field for field in model._meta.local_concrete_fields if not (is_numbered and field is key))
    return _Table(
        model._meta.db_table, key.column, tuple(field for field in fields if not field.generated), is_numbered
    )


@lru_cache(maxsize=500)
def _statement(model: type[Model], number: int, conflict: _Conflict) -> str:
    table = _table(model)
    row = "(" + ", ".join(["%s"] * len(table.fields)) + ")"
    columns = ", ".join(f'"{field.column}"' for field in table.fields)
    answer = "" if not conflict.unique else _upsert(model, conflict)
    values = ", ".join([row] * number)
    return f'INSERT INTO "{table.name}" ({columns}) VALUES {values}{answer} RETURNING "{table.key}"'  # noqa: S608  # names of tables and columns


def _upsert(model: type[Model], conflict: _Conflict) -> str:
    columns = {field.name: f'"{field.column}"' for field in model._meta.local_concrete_fields}
    unique = ", ".join(columns[name] for name in conflict.unique)
    update = ", ".join(f"{columns[name]} = EXCLUDED.{columns[name]}" for name in conflict.update)
    return f" ON CONFLICT ({unique}) DO UPDATE SET {update}"


_TEXTS: dict[type, Callable[[Any], str]] = {
    str: str,
    int: str,
    Decimal: str,
    UUID: str,
    bool: lambda value: "t" if value else "f",
    datetime: datetime.isoformat,
    date: date.isoformat,
}


def _text(field: Any, row: Model, connection: Any) -> str | None:
    """As text, whose type the column decides. Raises `_NeedsDjango`."""
    value = field.get_db_prep_save(field.pre_save(row, True), connection)
    if value is None:
        return None
    written = _TEXTS.get(type(value))
    if written is not None:
        return written(value)
    if hasattr(value, "obj") and hasattr(value, "dumps"):  # psycopg's JSON
        return str((value.dumps or json.dumps)(value.obj))
    if isinstance(value, (str, int)):  # a choice of an enumeration
        return str(value.value if isinstance(value, Enum) else value)
    raise _NeedsDjango
