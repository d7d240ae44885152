"""What is read once per level, where a level holds the same product several times."""

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from catalog.graphql.in_channel import put_in_channel
from catalog.graphql.load import prices_of, variants_of
from catalog.models import Product
from catalog.pricing.set_price import set_price
from tests.factories.channels import make_channel
from tests.factories.orders import make_chair

pytestmark = pytest.mark.django_db


def test_rows_of_one_product_share_its_variants_and_none_is_asked_for_again(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    chair = make_chair()
    rows = [Product.objects.get(pk=chair.product_id) for _ in range(3)]
    with django_assert_num_queries(1):
        first, second, third = variants_of(rows)
        assert [variants_of([row]) for row in rows] == [[first], [second], [third]]
    assert first == [chair] and first is second is third


def test_a_product_that_is_read_in_two_channels_has_the_prices_of_each() -> None:
    chair, other = make_chair(make_channel("eu"), price="120.00"), make_channel("elsewhere")
    set_price(variant=chair, channel=other, price=80)
    rows = [Product.objects.get(pk=chair.product_id) for _ in range(2)]
    for row, channel in zip(rows, (make_channel("eu"), other), strict=True):
        put_in_channel([row], channel)
    here, there = ([price and price.undiscounted.gross.amount for price in prices_of(own, timezone.now())]
                   for own in variants_of(rows))  # fmt: skip
    assert (here, there) == ([120], [80])
