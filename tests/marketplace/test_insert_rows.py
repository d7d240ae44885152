"""Rows stored by a prepared statement are what Django would have stored, on both databases."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import DataError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.stock.movement import StockMovement
from catalog.stock.reservation import Reservation
from marketplace.events.models import OutboxMessage
from marketplace.insert_rows import MOST_ROWS, insert_rows
from orders.checkout.checkout import Checkout
from tests.factories.accounts import make_user
from tests.factories.catalog import make_variant
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
DIFFICULT = "Tre xanh 'bến sông' \"%s\" \\ {1,2}, NULL; $1 竹 🎋"


def basket(**given: object) -> Checkout:
    return Checkout(
        **{
            "channel": make_channel("eu"),
            "language": "vi",
            "created_at": MOMENT,
            "touched_at": MOMENT,
            "expires_at": MOMENT,
        }
        | given
    )


def stored(row: Checkout) -> Any:
    return Checkout.objects.filter(pk=row.pk).values().get()


@pytest.mark.parametrize("number", [1, 2, MOST_ROWS, MOST_ROWS + 1])
def test_the_same_is_stored_as_by_django(number: int) -> None:
    owner = make_user()
    given = [
        {
            "user": owner if place % 2 else None,
            "note": f"{DIFFICULT} {place}",
            "shipping_address": {"city": DIFFICULT, "lines": [None, 1.5, True]} if place % 2 else None,
            "metadata": {"key": DIFFICULT},
            "is_gift": bool(place % 2),
        }
        for place in range(number)
    ]
    ours, djangos = [basket(**each) for each in given], [basket(**each) for each in given]
    insert_rows(ours)
    Checkout.objects.bulk_create(djangos)
    for mine, other in zip(ours, djangos, strict=True):
        assert stored(mine) | {"id": None} == stored(other) | {"id": None}
        assert (mine._state.adding, mine._state.db) == (False, "default")


def test_keys_are_those_the_database_gave() -> None:
    variants = [make_variant(), make_variant()]
    rows = [
        Reservation(holder=uuid4(), variant=variant, quantity=place + 3, expires_at=MOMENT)
        for place, variant in enumerate(variants)
    ]
    insert_rows(rows)
    assert [Reservation.objects.get(pk=row.pk).quantity for row in rows] == [3, 4]


def test_a_row_that_is_there_gets_what_was_named_and_keeps_its_key() -> None:
    holder, variant, later = uuid4(), make_variant(), timezone.now()
    first = Reservation(holder=holder, variant=variant, quantity=3, expires_at=MOMENT)
    insert_rows([first])
    second = Reservation(holder=holder, variant=variant, quantity=5, expires_at=later)
    insert_rows([second], unique=["holder", "variant"], update=["quantity"])
    kept = Reservation.objects.get(holder=holder)
    assert (kept.pk, kept.quantity, kept.expires_at) == (first.pk, 5, MOMENT)
    assert second.pk == first.pk


def test_a_row_that_cannot_be_is_refused_and_spoils_the_transaction_as_always() -> None:
    there = basket()
    insert_rows([there])
    with pytest.raises(IntegrityError), transaction.atomic():
        try:
            insert_rows([basket(pk=there.pk)])
        finally:
            assert transaction.get_rollback()
    assert Checkout.objects.count() == 1


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only on PostgreSQL: SQLite keeps a NUL")
def test_what_a_text_cannot_hold_is_refused() -> None:
    with pytest.raises(DataError), transaction.atomic():
        insert_rows([basket(note="a\x00b")])


def test_one_statement_whatever_the_number() -> None:
    now = timezone.now()
    messages = [
        OutboxMessage(sequence=place, name="Something", payload={"place": place}, available_at=now)
        for place in range(5)
    ]
    with CaptureQueriesContext(connection) as asked:
        insert_rows(messages)
    assert len([query for query in asked if query["sql"].startswith("INSERT")]) == 1
    assert {row.pk: row.payload for row in OutboxMessage.objects.all()} == {row.pk: row.payload for row in messages}


def test_nothing_is_nothing() -> None:
    with CaptureQueriesContext(connection) as asked:
        insert_rows([])
    assert len(asked) == 0


def test_a_model_that_watches_how_it_is_saved_is_not_stored_behind_its_back() -> None:
    with pytest.raises(TypeError, match="StockMovement"):
        insert_rows([StockMovement()])
