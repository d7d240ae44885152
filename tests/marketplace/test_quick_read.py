"""Reading past Django's cursor: the same values, the same transactions, and a connection that broke is made anew."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import DataError, connection, transaction

from marketplace.quick_read import fetched
from tests.factories.catalog import make_product

VALUES = [7, 2**40, True, "Bình Dương % ' \\", Decimal("1.50"), date(2026, 3, 1), datetime(2026, 3, 1, 9, tzinfo=UTC)]
LISTS = [[1, 2**40], ["a", 'say "no" \\'], [UUID(int=7)]]
_ON_POSTGRESQL = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only on PostgreSQL")


@_ON_POSTGRESQL
@pytest.mark.parametrize("value", [*VALUES, UUID(int=9)])
@pytest.mark.django_db(transaction=True)
def test_every_kind_of_value(value: Any) -> None:
    kinds = {int: "bigint", bool: "bool", str: "text", Decimal: "numeric", date: "date", UUID: "uuid"}
    sql = f"SELECT %s::{kinds.get(type(value), 'timestamptz')}"
    assert [fetched(connection, sql, [value]) for _ in range(2)] == [[(value,)], [(value,)]]


@_ON_POSTGRESQL
@pytest.mark.parametrize("values", LISTS)
@pytest.mark.django_db(transaction=True)
def test_every_kind_of_list(values: list[Any]) -> None:
    kind = {int: "bigint", str: "text", UUID: "uuid"}[type(values[0])]
    sql = f"SELECT x FROM unnest(%s::{kind}[]) AS x"  # noqa: S608  # one of three words
    assert fetched(connection, sql, [values]) == [(each,) for each in values]


@_ON_POSTGRESQL
@pytest.mark.django_db(transaction=True)
def test_text_never_ends_early() -> None:
    with pytest.raises(DataError):
        fetched(connection, "SELECT %s::text", ["a\x00b"])


@_ON_POSTGRESQL
@pytest.mark.django_db(transaction=True)
def test_a_connection_that_broke_between_requests_is_made_anew() -> None:
    assert fetched(connection, "SELECT 1", []) == [(1,)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [pid] = cursor.fetchone()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    other.close()
    connection.health_check_enabled, connection.health_check_done = True, False
    assert fetched(connection, "SELECT 2", []) == [(2,)]


@pytest.mark.django_db
def test_what_this_transaction_wrote_is_seen() -> None:
    product = make_product(name="Before")
    with transaction.atomic():
        type(product).objects.filter(pk=product.pk).update(name="After")
        assert fetched(connection, "SELECT name FROM catalog_product WHERE id = %s", [product.pk]) == [("After",)]
