"""The numbers of a category's products: few are counted anew, many are kept, and very many not even looked at again."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.graphql.types import category_products as module
from catalog.graphql.types.category_products import _counts
from catalog.models import Category, Product
from tests.factories.catalog import make_category, make_product
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


@pytest.fixture
def category(monkeypatch: pytest.MonkeyPatch) -> Category:
    """With four products, where more than three are many and more than six very many."""
    cache.clear()
    monkeypatch.setattr(module, "MANY", 3)
    monkeypatch.setattr(module, "FAR", 2)
    category = make_category()
    _add(category, 4)
    return category


def _add(category: Category, number: int) -> None:
    seller = make_seller()
    for _number in range(number):
        make_product(category=category, seller=seller)


def _counted() -> tuple[int, int]:
    """The number of all products, and of the statements that it took."""
    with CaptureQueriesContext(connection) as asked:
        found = _counts(Product.objects.all(), key="all")
    return sum(found.values()), len(asked)


def test_few_are_exact_at_once(category: Category) -> None:
    Product.objects.earliest("pk").delete()
    assert _counted() == (3, 1)
    Product.objects.earliest("pk").delete()
    assert _counted() == (2, 1)


def test_many_are_kept_as_long_as_they_are_many(category: Category) -> None:
    assert _counted() == (4, 1)
    _add(category, 1)
    assert _counted() == (4, 1), "kept, and looked at whether there still are many"
    Product.objects.filter(pk__in=Product.objects.values("pk")[:3]).delete()
    assert _counted() == (2, 2)


def test_very_many_are_not_looked_at_again(category: Category) -> None:
    _add(category, 3)
    assert _counted() == (7, 1)
    _add(category, 1)
    assert _counted() == (7, 0)
    cache.clear()
    assert _counted() == (8, 1)
