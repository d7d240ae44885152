"""The same pages as one query per category gives, in one statement."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.graphql.newest_of_each import newest_of_each
from catalog.models import Product
from marketplace.graphql.connections.page import Window
from tests.factories.catalog import make_category, make_product
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


@pytest.fixture
def groups() -> list[list[int]]:
    """Two categories with products of two each, one of both together, and one with none."""
    seller = make_seller()
    first, second, empty = (make_category() for _ in range(3))
    for _number in range(3):
        for category in (first, second):
            make_product(category=category, seller=seller)
    make_product(seller=seller)
    return [[first.pk], [second.pk], [first.pk, second.pk], [empty.pk]]


@pytest.mark.parametrize(("offset", "limit"), [(0, 1), (0, 2), (1, 2), (2, 5), (9, 2)])
def test_each_page_is_the_categorys_own(groups: list[list[int]], offset: int, limit: int) -> None:
    shown = Product.objects.all()
    with CaptureQueriesContext(connection) as asked:
        pages = newest_of_each(shown, groups, Window(offset, limit))
    assert len(asked) == 1
    one_by_one = [
        list(shown.filter(category_id__in=group).order_by("-created_at", "-pk")[offset : offset + limit])
        for group in groups
    ]
    assert pages == one_by_one


def test_one_category_alone_is_cut_by_the_database(groups: list[list[int]]) -> None:
    with CaptureQueriesContext(connection) as asked:
        (page,) = newest_of_each(Product.objects.all(), groups[2:3], Window(1, 3))
    assert len(page) == 3
    assert "LIMIT" in asked[0]["sql"] and "ROW_NUMBER" not in asked[0]["sql"]


def test_a_page_of_nothing_asks_nothing(groups: list[list[int]]) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert newest_of_each(Product.objects.all(), groups, Window(0, 0)) == [[], [], [], []]
        assert newest_of_each(Product.objects.all(), [], Window(0, 5)) == []
    assert not asked
