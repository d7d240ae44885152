"""Letting go of consents that are over for long enough. The database itself lets nothing younger go."""

from datetime import datetime

from django.db import connection

from i18n.today import day_here
from marketplace.accounts.consents.purpose import ConsentChange
from marketplace.accounts.consents.record import ConsentRecord

_TABLE = ConsentRecord._meta.db_table
_DELETE = f"""
DELETE FROM {_TABLE} WHERE keep_until < %s AND EXISTS (
    SELECT 1 FROM {_TABLE} AS ending
    WHERE ending.about = {_TABLE}.about AND ending.purpose = {_TABLE}.purpose AND ending.id >= {_TABLE}.id
      AND ending.change <> %s AND ending.keep_until < %s
)
"""  # noqa: S608  # a table of our own


def forget_consents(*, now: datetime) -> int:
    """Delete the records of consents whose end is past its last day; what is in force stays. Run daily; how many."""
    # The database counts days in UTC, which begin later than ours: what is over there is over here.
    today = min(day_here(now), now.date())
    with connection.cursor() as cursor:  # past the model, which lets nobody delete anything
        cursor.execute(_DELETE, [today, ConsentChange.GIVEN, today])
        return int(cursor.rowcount)
