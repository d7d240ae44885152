"""One column of several rows, on both databases."""

import pytest
from django.db import IntegrityError, transaction

from catalog.stock.stock import Stock
from marketplace.store_numbers import store_numbers
from tests.factories.catalog import make_stock, make_variant

pytestmark = pytest.mark.django_db


def test_the_named_column_of_the_given_rows_and_nothing_else() -> None:
    one, two, other = (make_stock(make_variant(), quantity=9) for _ in range(3))
    one.quantity_allocated, one.quantity = 4, 100
    two.quantity_allocated = 5
    store_numbers([one, two], "quantity_allocated")
    rows = dict(Stock.objects.values_list("pk", "quantity_allocated"))
    assert rows == {one.pk: 4, two.pk: 5, other.pk: 0}
    assert Stock.objects.get(pk=one.pk).quantity == 9


def test_what_the_table_does_not_take_is_refused() -> None:
    stock = make_stock(make_variant(), quantity=9)
    stock.quantity_allocated = -1
    with pytest.raises(IntegrityError), transaction.atomic():
        store_numbers([stock], "quantity_allocated")
    store_numbers([], "quantity_allocated")
    assert Stock.objects.get().quantity_allocated == 0
