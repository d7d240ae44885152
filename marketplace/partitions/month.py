"""Months as the bounds of partitions: from their first moment to that of the next, in UTC."""

from datetime import UTC, datetime, timedelta


def month_of(moment: datetime) -> datetime:
    """The first moment of its month, in UTC."""
    return moment.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def next_month(start: datetime) -> datetime:
    """The first moment of the month after the one that begins with ``start``."""
    return month_of(start + timedelta(days=32))


def partition_name(table: str, start: datetime) -> str:
    return f"{table}_{start:%Y_%m}"
