"""A migration's operation that turns a table into one of parts by month, without a long lock.

1. What takes long is done while everybody reads and writes: the index of the new primary key is built concurrently,
   and a check proves that all rows lie before a month that is still to come.
2. Then, in one short transaction: the old table becomes the first part as it stands, with its rows, indexes and
   foreign keys; nothing is copied or scanned. A part for what lies outside all others comes with it.

A table in parts needs the moment in its primary key, so the key is (id, moment) from then on; nothing may point at the
table by a foreign key, and no other unique index may lack the moment. The migration has to be ``atomic = False``. One
that was interrupted, or met a lock for longer than five seconds, is run again. It is not undone: parts stay parts.
"""

from datetime import datetime
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.transaction import atomic
from django.utils import timezone

from marketplace.partitions.month import month_of, next_month
from marketplace.partitions.swap import swap

IS_WHOLE = "SELECT relkind = 'r' FROM pg_class WHERE oid = %s::regclass"


class PartitionByMonth(Operation):
    """``table`` in parts by its column ``moment`` (timestamp with time zone, never NULL)."""

    reduces_to_sql = False
    reversible = True

    def __init__(self, table: str, moment: str) -> None:
        self.table, self.moment = table, moment

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models stay as they are."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        connection = schema_editor.connection
        if connection.vendor != "postgresql":
            return
        with connection.cursor() as cursor:
            cursor.execute(IS_WHOLE, [self.table])
            if not cursor.fetchone()[0]:
                return
            bound = self._prepare(cursor)
            with atomic(using=connection.alias):
                swap(cursor, self.table, self.moment, bound)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """A table in parts answers every statement that a whole one does."""

    def describe(self) -> str:
        return f"Keep {self.table} in parts by month"

    def _prepare(self, cursor: Any) -> datetime:
        """Build the index and prove the bound; both are slow on a large table and block nobody."""
        table, moment = self.table, self.moment
        cursor.execute(f"SELECT max({moment}) FROM {table}")  # noqa: S608  # names of tables that this project wrote
        latest = cursor.fetchone()[0] or timezone.now()
        bound = next_month(month_of(max(latest, timezone.now())))
        cursor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {table}_by_month")
        cursor.execute(f"CREATE UNIQUE INDEX CONCURRENTLY {table}_by_month ON {table} (id, {moment})")
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {table}_bound")
        cursor.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {table}_bound CHECK ({moment} < '{bound.isoformat()}') NOT VALID"
        )
        cursor.execute(f"ALTER TABLE {table} VALIDATE CONSTRAINT {table}_bound")
        return bound
