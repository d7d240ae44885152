"""Tables in parts by month, in a real PostgreSQL: new months, months of which nothing is left, and rows' right part."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from marketplace.events.models import Delivery, OutboxMessage
from marketplace.partitions.keep import keep_partitions
from marketplace.partitions.month import month_of, next_month, partition_name
from marketplace.partitions.tables import PARTITIONED

pytestmark = [
    pytest.mark.services,
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="only on PostgreSQL"),
]
OUTBOX = "events_outboxmessage"


def parts_of(table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::regclass", [table])
        return {row[0] for row in cursor.fetchall()}


def part_with(key: object) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT tableoid::regclass::text FROM {OUTBOX} WHERE id = %s", [key])  # noqa: S608  # names of tables that this project wrote
        return str(cursor.fetchone()[0])


def message(at: datetime) -> OutboxMessage:
    made = OutboxMessage.objects.create(name="Tried", payload={}, available_at=at)
    OutboxMessage.objects.filter(pk=made.pk).update(created_at=at)
    return made


def test_every_table_is_in_parts_and_takes_months_ahead() -> None:
    now = timezone.now()
    keep_partitions(now=now)
    ahead = next_month(next_month(month_of(now)))
    for table in PARTITIONED:
        assert {f"{table}_before", f"{table}_other", partition_name(table, ahead)} <= parts_of(table)


def test_twice_changes_nothing() -> None:
    now = timezone.now()
    keep_partitions(now=now)
    before = parts_of(OUTBOX)
    keep_partitions(now=now)
    assert parts_of(OUTBOX) == before


def test_a_row_stands_in_the_part_of_its_month() -> None:
    now = timezone.now()
    keep_partitions(now=now)
    coming = next_month(next_month(month_of(now)))
    assert part_with(message(now).pk) == f"{OUTBOX}_before"
    assert part_with(message(coming).pk) == partition_name(OUTBOX, coming)


def test_a_row_outside_all_parts_is_kept_and_its_month_left_there() -> None:
    far = datetime(2071, 3, 4, tzinfo=UTC)
    row = message(far)
    assert part_with(row.pk) == f"{OUTBOX}_other"
    keep_partitions(now=far)
    assert part_with(row.pk) == f"{OUTBOX}_other"
    assert OutboxMessage.objects.filter(pk=row.pk).exists()


def test_a_month_long_over_goes_only_when_it_is_empty() -> None:
    now = timezone.now()
    keep_partitions(now=now)
    month = next_month(next_month(month_of(now)))
    row = message(month)
    later = next_month(next_month(next_month(month)))
    keep_partitions(now=later)
    assert partition_name(OUTBOX, month) in parts_of(OUTBOX)
    OutboxMessage.objects.filter(pk=row.pk).delete()
    keep_partitions(now=later)
    assert partition_name(OUTBOX, month) not in parts_of(OUTBOX)


def test_deliveries_go_with_their_message() -> None:
    row = message(timezone.now())
    Delivery.objects.create(message=row, reaction=f"somewhere.{uuid4()}", available_at=timezone.now())
    row.delete()
    assert not Delivery.objects.filter(message_id=row.pk).exists()
