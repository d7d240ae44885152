"""Tax numbers of buyers lie closed in orders and baskets, and rows from before are read until they are closed."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings

from marketplace.sealed import seal_entries
from marketplace.sealed.entries import close_entry, open_entry
from marketplace.sealed.reseal_all import reseal_all
from marketplace.sealed.seal import BrokenSeal
from marketplace.sealed.seal_entries import seal_open_entries
from orders.checkout.tax_id import TaxId, TaxIdKind, printed_tax_ids, tax_ids_of
from orders.models import Order
from orders.personal_data import export_orders
from tests.factories.accounts import make_user
from tests.factories.orders import make_order

NUMBER = "NL004495445B01"
OPEN = [{"kind": "EU_VAT", "number": NUMBER}]


def test_an_entry_closes_and_opens() -> None:
    closed = close_entry(OPEN[0], "number")
    assert NUMBER not in json.dumps(closed) and closed["number"] == ""
    assert close_entry(closed, "number") == closed, "twice is once"
    assert open_entry(closed, "number") == open_entry(OPEN[0], "number") == OPEN[0]
    with pytest.raises(BrokenSeal):
        open_entry({**closed, "sealed": "not ours"}, "number")


def test_who_prints_a_number_into_a_log_sees_its_kind_alone() -> None:
    assert NUMBER not in repr(TaxId(TaxIdKind.EU_VAT, NUMBER))


@pytest.mark.django_db
def test_what_is_written_in_the_open_arrives_closed() -> None:
    order = make_order()
    order.tax_ids = OPEN
    order.save()
    assert NUMBER not in stored(order)
    Order.objects.filter(pk=order.pk).update(tax_ids=OPEN)
    assert NUMBER not in stored(order)
    order.refresh_from_db()
    assert printed_tax_ids(order.tax_ids) == f"VAT {NUMBER}"


@pytest.mark.django_db
def test_rows_from_before_are_read_and_closed_in_the_background() -> None:
    order, none = make_order(user=make_user()), make_order()
    written_by_an_older_version(order)
    order.refresh_from_db()
    assert [each.number for each in tax_ids_of(order.tax_ids)] == [NUMBER]

    assert seal_open_entries() == 1
    assert seal_open_entries() == 0

    assert NUMBER not in stored(order) and stored(none) == "[]"
    order.refresh_from_db()
    assert [each.number for each in tax_ids_of(order.tax_ids)] == [NUMBER]
    assert order.user is not None
    assert export_orders(order.user)["orders"][0]["taxNumbers"] == OPEN, "the person's own copy has it"


@pytest.mark.django_db
def test_entries_without_a_number_keep_nobody_from_being_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal_entries, "AT_ONCE", 2)
    for _number in range(3):
        written_by_an_older_version(make_order(), [{"kind": "EU_VAT", "number": ""}])
    order = make_order()
    written_by_an_older_version(order)

    assert seal_open_entries() == 1

    assert NUMBER not in stored(order)


@pytest.mark.django_db
def test_a_new_key_takes_them_along() -> None:
    order = make_order()
    Order.objects.filter(pk=order.pk).update(tax_ids=OPEN)
    with override_settings(SEALING_KEYS=("a-new-key-of-thirty-two-characters",)):
        assert reseal_all().moved == 1
    with override_settings(SEALING_KEYS=("a-new-key-of-thirty-two-characters",), SECRET_KEY="another" * 8):
        order.refresh_from_db()
        assert printed_tax_ids(order.tax_ids) == f"VAT {NUMBER}", "the old key may be taken away"
    with override_settings(SECRET_KEY="another" * 8):
        assert reseal_all().broken == [f"orders.Order.tax_ids {order.pk}"]


def written_by_an_older_version(order: Order, entries: list[dict[str, str]] = OPEN) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE orders_order SET tax_ids = %s WHERE number = %s", [json.dumps(entries), order.number])


def stored(order: Order) -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tax_ids FROM orders_order WHERE number = %s", [order.number])
        return str(cursor.fetchone()[0])
