"""Reading past Django's cursor: the same values, the same transactions, and a connection that broke is made anew."""

import gc
import weakref
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import DataError, connection, transaction
from django.db.models import Value

from marketplace.quick_read import fetched
from marketplace.written_once import WrittenOnce
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
def test_moments_are_the_very_ones_of_django() -> None:
    sql = "SELECT '2026-03-01 16:00:00.25+07'::timestamptz"
    with connection.cursor() as cursor:
        cursor.execute(sql)
        [djangos] = cursor.fetchone()
    [(moment,)] = fetched(connection, sql, [])
    assert (moment, moment.tzinfo) == (djangos, UTC)
    assert djangos == datetime(2026, 3, 1, 9, microsecond=250_000, tzinfo=UTC)


@_ON_POSTGRESQL
@pytest.mark.django_db(transaction=True)
def test_text_never_ends_early() -> None:
    with pytest.raises(DataError):
        fetched(connection, "SELECT %s::text", ["a\x00b"])


@_ON_POSTGRESQL
@pytest.mark.django_db(transaction=True)
def test_nothing_is_kept_of_a_connection_that_was_closed() -> None:
    other = connection.copy()
    fetched(other, "SELECT 1", [])
    raw = weakref.ref(other.connection)
    other.close()
    gc.collect()
    assert raw() is None


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


@_ON_POSTGRESQL
@pytest.mark.django_db(transaction=True)
def test_a_transaction_begins_with_its_first_statement() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert fetched(connection, "SELECT nextval('catalog_product_id_seq') IS NOT NULL", []) == [(True,)]
        assert connection.connection.info.transaction_status.name == "INTRANS"
        product = make_product(name="Gone again")
        raise ZeroDivisionError
    assert fetched(connection, "SELECT name FROM catalog_product WHERE id = %s", [product.pk]) == []


@_ON_POSTGRESQL
@pytest.mark.django_db(transaction=True)
def test_what_cannot_be_prepared_spoils_no_transaction() -> None:
    with transaction.atomic():
        product = make_product(name="Kept")
        assert fetched(connection, "SELECT pg_typeof(%s)::text", ["x"])
        assert fetched(connection, "SELECT name FROM catalog_product WHERE id = %s", [product.pk]) == [("Kept",)]
    assert fetched(connection, "SELECT name FROM catalog_product WHERE id = %s", [product.pk]) == [("Kept",)]


@pytest.mark.django_db
def test_constants_are_part_of_the_statement() -> None:
    products = type(make_product(name="50 % off 'now' \\ %s"))
    rows = WrittenOnce(
        lambda names: (
            products.objects.filter(name__in=names, archived_at=None)
            .annotate(mark=Value("5 % 'x' %s \\"))
            .values_list("name", "mark")[:3]
        )
    )
    assert rows(names=["50 % off 'now' \\ %s"]) == [("50 % off 'now' \\ %s", "5 % 'x' %s \\")]
