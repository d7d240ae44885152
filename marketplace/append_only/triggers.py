"""The database itself refuses to change or delete rows of some tables, whoever asks it to.

Truncating on PostgreSQL is left to who may do it: only the owner of the tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a package's migration puts in place. Names and message stay as they are once a migration has used them."""

    tables: Sequence[str]
    message: str
    function: str
    """Name of the function on PostgreSQL."""
    kept_until: str = ""
    """The column with the last day on which a row stays; after it the row may be deleted. Empty: it always stays."""

    def create(self, vendor: str) -> list[str]:
        """The statements that put the refusal in place."""
        return self._create_sqlite() if vendor == "sqlite" else self._create_postgresql()

    def drop(self, vendor: str) -> list[str]:
        """The statements that take it away: for undoing the migration, and for emptying a database between tests."""
        if vendor == "sqlite":
            return [
                f"DROP TRIGGER IF EXISTS {table}_no_{verb}" for table in self.tables for verb in ("update", "delete")
            ]
        return [
            *(f"DROP TRIGGER {table}_append_only ON {table}" for table in self.tables),
            *(f"DROP TRIGGER {table}_kept ON {table}" for table in (self.tables if self.kept_until else ())),
            f"DROP FUNCTION {self.function}()",
        ]

    def _create_sqlite(self) -> list[str]:
        stays = f"WHEN OLD.{self.kept_until} >= date('now') " if self.kept_until else ""
        return [
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} {when}"
            f"BEGIN SELECT RAISE(ABORT, '{self.message}'); END"
            for table in self.tables
            for verb, when in (("UPDATE", ""), ("DELETE", stays))
        ]

    def _create_postgresql(self) -> list[str]:
        return [
            f"CREATE OR REPLACE FUNCTION {self.function}() RETURNS trigger AS $$ "
            f"BEGIN RAISE EXCEPTION '{self.message}' USING ERRCODE = 'restrict_violation'; END $$ LANGUAGE plpgsql",
            *(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE{'' if self.kept_until else ' OR DELETE'} ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {self.function}()"
                for table in self.tables
            ),
            *(
                f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW "
                f"WHEN (OLD.{self.kept_until} >= CURRENT_DATE) EXECUTE FUNCTION {self.function}()"
                for table in (self.tables if self.kept_until else ())
            ),
        ]
