"""What stands beside a product: the seller's choice, then what lies in the same category."""

import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Product, RelatedProduct
from catalog.products.related.choose import Choice, choose_related
from catalog.products.related.shown import related_ids, shown_beside
from catalog.refusal import Refused
from tests.factories.catalog import make_category, make_product
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


def test_the_sellers_order_and_both_ways() -> None:
    seller = make_seller()
    chair, table, bench = (make_product(seller=seller) for _ in range(3))
    choose_related(product=chair, choices=[Choice(bench), Choice(table, both_ways=True)])
    assert related_ids([chair.pk, table.pk, bench.pk]) == {
        chair.pk: [bench.pk, table.pk],
        table.pk: [chair.pk],
        bench.pk: [],
    }
    choose_related(product=chair, choices=[Choice(table)])
    assert related_ids([chair.pk, table.pk]) == {chair.pk: [table.pk], table.pk: []}


def test_only_others_of_the_same_seller_once_each() -> None:
    seller = make_seller()
    chair, table, foreign = make_product(seller=seller), make_product(seller=seller), make_product()
    for wrong in ([Choice(foreign)], [Choice(chair)], [Choice(table), Choice(table)]):
        with pytest.raises(Refused):
            choose_related(product=chair, choices=wrong)
    with pytest.raises(Refused):
        choose_related(product=chair, choices=[Choice(make_product(seller=seller)) for _ in range(13)])
    assert not RelatedProduct.objects.exists()


def test_similar_ones_are_of_the_category_best_rated_first_and_never_what_is_shown_already() -> None:
    category, seller = make_category(), make_seller()
    chair, chosen, plain, good = (make_product(seller=seller, category=category) for _ in range(4))
    make_product(category=make_category())
    hidden = make_product(category=category)
    Product.objects.filter(pk=good.pk).update(rating="4.50", review_count=2)
    choose_related(product=chair, choices=[Choice(chosen)])
    visible = Product.objects.current().exclude(pk=hidden.pk)
    beside = shown_beside([chair], visible, first=8)[chair.pk]
    assert beside.chosen == [chosen]
    assert beside.similar == [good, plain]
    assert shown_beside([chair], visible, first=1)[chair.pk].similar == [good]
    assert shown_beside([chair], visible.exclude(pk=chosen.pk), first=8)[chair.pk].chosen == []


def test_a_product_without_a_category_has_nothing_similar() -> None:
    make_product(category=None)
    product = make_product(category=None)
    assert shown_beside([product], Product.objects.current(), first=8)[product.pk].similar == []


def test_many_products_take_as_many_statements_as_one() -> None:
    category, seller = make_category(), make_seller()
    products = [make_product(seller=seller, category=category) for _ in range(6)]
    for one, other in itertools.pairwise(products):
        choose_related(product=one, choices=[Choice(other, both_ways=True)])
    counts = []
    for asked in (products[:1], products):
        with CaptureQueriesContext(connection) as statements:
            shown_beside(asked, Product.objects.current(), first=8)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 3
