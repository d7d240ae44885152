"""The database itself refuses to change or delete what was posted, whoever asks it to, by vendor.

Truncating on PostgreSQL is left to who may do it: only the owner of the tables.
"""

from collections.abc import Mapping

TABLES = ("orders_ledgerentry", "orders_ledgertransaction")
MESSAGE = "the ledger is append-only"

_POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION orders_ledger_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation'; END
$$ LANGUAGE plpgsql
"""


def create(vendor: str) -> list[str]:
    """The statements that put the refusal in place."""
    return _CREATE[vendor]


def drop(vendor: str) -> list[str]:
    """The statements that take it away: for undoing the migration, and for emptying a database between tests."""
    return _DROP[vendor]


_CREATE: Mapping[str, list[str]] = {
    "sqlite": [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        for table in TABLES
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        _POSTGRES_FUNCTION,
        *(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION orders_ledger_refuse()"
            for table in TABLES
        ),
    ],
}
_DROP: Mapping[str, list[str]] = {
    "sqlite": [f"DROP TRIGGER IF EXISTS {table}_no_{verb}" for table in TABLES for verb in ("update", "delete")],
    "postgresql": [
        *(f"DROP TRIGGER {table}_append_only ON {table}" for table in TABLES),
        "DROP FUNCTION orders_ledger_refuse()",
    ],
}
