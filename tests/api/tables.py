"""What is stored, for showing that a refusal changed nothing."""

from django.apps import apps
from django.db import connection

LOG = frozenset(model._meta.db_table for model in apps.get_app_config("audit").get_models())
"""Where it is written down that somebody was refused: rows may be added there, and are never changed."""


def stored() -> dict[str, list[str]]:
    """Every row of every table of the project."""
    rows = {}
    with connection.cursor() as cursor:
        for model in apps.get_models():
            table = model._meta.db_table
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  # a name of our own
            rows[table] = sorted(map(repr, cursor.fetchall()))
    return rows


def changed(before: dict[str, list[str]], after: dict[str, list[str]]) -> list[str]:
    """The tables whose rows are others; the log's only if something is gone from it."""
    return [
        table
        for table, rows in before.items()
        if rows != after[table] and not (table in LOG and set(rows) <= set(after[table]))
    ]
