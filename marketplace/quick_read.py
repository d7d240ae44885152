"""Reading rows for a statement that is asked again and again, with as little as possible around the database's work.

Django's cursor writes the values into the text, so that PostgreSQL has to read and plan it every time, and tests the
connection by a statement of its own once a request. Here a statement is prepared once for each connection, and the
first statement of a request is that test itself. Whoever watches Django's statements watches these too.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import repeat
from typing import Any

from django.db import OperationalError
from django.db.models import Model
from django.db.models.base import ModelState
from django.db.models.signals import post_init, pre_init

_Row = Sequence[Any]


def fetched(connection: Any, sql: str, params: Sequence[Any]) -> list[_Row]:
    """All rows of ``sql`` with Django's ``%s``, read on a connection of Django's. Raises as Django's cursor does."""
    read = _READERS.get(connection.vendor)
    if read is None or connection.queries_logged or not _may_prepare(connection):
        return _by_django(connection, sql, params)
    if connection.in_atomic_block:
        connection.validate_no_broken_transaction()
    elif connection.health_check_enabled and not connection.health_check_done:
        return _testing(connection, read, sql, params)
    connection.ensure_connection()
    return _watched(connection, read, sql, params)


def _by_django(connection: Any, sql: str, params: Sequence[Any]) -> list[_Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows: list[_Row] = cursor.fetchall()
        return rows


def _may_prepare(connection: Any) -> bool:
    """Not behind a pooler that gives every transaction another connection."""
    return connection.vendor == "sqlite" or not connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS")


def _testing(connection: Any, read: Any, sql: str, params: Sequence[Any]) -> list[_Row]:
    """The first statement of a request: a connection that broke meanwhile is opened anew, once."""
    connection.ensure_connection()
    try:
        rows = _watched(connection, read, sql, params)
    except OperationalError:
        if not connection.connection.closed:
            raise
        connection.close()
        connection.ensure_connection()
        rows = _watched(connection, read, sql, params)
    connection.health_check_done = True
    return rows


def _watched(connection: Any, read: Any, sql: str, params: Sequence[Any]) -> list[_Row]:
    execute: Callable[..., list[_Row]] = partial(_executed, connection, read)
    context = {"connection": connection, "cursor": None}
    for wrapper in reversed(connection.execute_wrappers):
        execute = partial(wrapper, execute)
    return execute(sql, params, False, context)


def _executed(
    connection: Any, read: Any, sql: str, params: Sequence[Any], _many: bool, _context: dict[str, Any]
) -> list[_Row]:
    with connection.wrap_database_errors:
        rows: list[_Row] = read(connection.connection, sql, params)
        return rows


def _from_postgresql(raw: Any, sql: str, params: Sequence[Any]) -> list[_Row]:
    from marketplace import prepared_statements  # where there is a driver for it

    try:
        return prepared_statements.read(raw, sql, params)
    except prepared_statements.NotPrepared:
        pass  # psycopg finds the types its own way
    rows: list[_Row] = raw.execute(sql, params).fetchall()
    return rows


def _from_sqlite(raw: Any, sql: str, params: Sequence[Any]) -> list[_Row]:
    cursor = raw.cursor(_plain_cursor())
    try:
        rows: list[_Row] = cursor.execute(_for_sqlite(sql), params).fetchall()
    finally:
        cursor.close()
    return rows


@lru_cache
def _plain_cursor() -> Any:
    from sqlite3 import Cursor

    return Cursor


@lru_cache(maxsize=2000)
def _for_sqlite(sql: str) -> str:
    return sql.replace("%%", "\x00").replace("%s", "?").replace("\x00", "%")


_READERS = {"postgresql": _from_postgresql, "sqlite": _from_sqlite}


def converted(rows: list[Sequence[Any]], converters: Mapping[int, Any], connection: Any) -> list[Sequence[Any]]:
    """Rows as the database gave them with their values as Django's fields have them."""
    if not converters:
        return rows
    return [_one_converted(list(row), converters, connection) for row in rows]


def _one_converted(row: list[Any], converters: Mapping[int, Any], connection: Any) -> Sequence[Any]:
    for place, (functions, expression) in converters.items():
        value = row[place]
        for function in functions:
            value = function(value, expression, connection)
        row[place] = value
    return row


def instances(model: type[Model], database: str, names: tuple[str, ...], rows: Sequence[_Row]) -> list[Any]:
    """What ``model.from_db`` makes of each row, without asking every field: values are as fields have them already."""
    if not _is_plain(model):
        return [model.from_db(database, names, row) for row in rows]
    new = model.__new__
    found = list(map(new, repeat(model, len(rows))))
    for instance, row in zip(found, rows, strict=True):
        state = ModelState()
        state.adding, state.db = False, database
        vars(instance).update(zip(names, row, strict=True), _state=state)
    return found


def _is_plain(model: type[Model]) -> bool:
    """Nothing but Django's own is done when an instance is made."""
    own = model.__init__ is Model.__init__ and model.from_db.__func__ is Model.from_db.__func__  # type: ignore[attr-defined]  # a classmethod has it
    return own and not pre_init.has_listeners(model) and not post_init.has_listeners(model)
