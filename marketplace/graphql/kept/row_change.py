"""RowChange: that a row of a watched table was written, told by the database itself in the same transaction."""

from datetime import datetime, timedelta

from django.db import models

KEPT = timedelta(hours=1)
"""Longer than any transaction lasts, and twice as long as a process may be without asking."""


class RowChange(models.Model):
    """One for each row that is inserted, updated or deleted. Only triggers write them (`triggers`)."""

    source = models.CharField(max_length=63)
    """The table."""
    key = models.CharField(max_length=64, null=True)  # nothing is another thing than an empty key
    """The row's value in the column that the table is read by; nothing means any row."""
    transaction = models.BigIntegerField(db_index=True)
    """PostgreSQL's number of it; 0 on SQLite, where rows are numbered in the order of commits."""
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.source} {self.key}"


def forget_changes(*, now: datetime) -> int:
    """Delete those that every process has heard of; returns how many."""
    return RowChange.objects.filter(at__lt=now - KEPT).delete()[0]
