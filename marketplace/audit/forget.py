"""Letting go of entries whose time is over. The database itself lets nothing else go."""

from datetime import date, datetime

from django.db import connection, transaction

from i18n.today import day_here
from marketplace.audit.entry import AuditEntry, AuditObject


def forget_entries(*, now: datetime) -> int:
    """Delete entries after the last day on which they stay, with the objects they name. Run daily; says how many."""
    # The database counts days in UTC, which begin later than ours: what is over there is over here.
    today = min(day_here(now), now.date())
    with transaction.atomic():
        _delete(AuditObject._meta.db_table, today)
        return _delete(AuditEntry._meta.db_table, today)


def _delete(table: str, today: date) -> int:
    """Past the model, which lets nobody delete anything."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE keep_until < %s", [today])  # noqa: S608  # a table of our own
        return int(cursor.rowcount)
