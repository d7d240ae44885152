from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from catalog.models import Product, ProductChannelListing
from catalog.search.request import SearchRequest
from catalog.search.visible import visible
from marketplace.channels.models import Channel
from marketplace.sellers.seller import SellerStatus
from tests.factories.catalog import make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


def _visible(ids: list[int], channel: str = "vn") -> set[int]:
    return visible(SearchRequest(channel=channel, now=timezone.now()), ids)


def test_pages_of_every_size_get_just_what_the_public_may_see() -> None:
    make_channel("vn")
    ids = [make_sellable_variant(product=make_product(seller=make_seller())).product.pk for _ in range(5)]
    suspended = Product.objects.get(pk=ids[1]).seller
    suspended.status = SellerStatus.SUSPENDED
    suspended.save()
    ProductChannelListing.objects.filter(product=ids[3]).update(published_at=timezone.now() + timedelta(hours=1))
    shown = {ids[0], ids[2], ids[4]}
    for size in range(6):
        for page in (ids[:size], ids[5 - size :]):
            assert _visible(page) == set(page) & shown
            by_rows = Product.objects.published_in(Channel.objects.get(slug="vn")).filter(pk__in=page)
            assert _visible(page) == set(by_rows.values_list("pk", flat=True))


def test_of_another_market_nothing_is_shown() -> None:
    make_channel("eu")
    product = make_sellable_variant().product.pk
    assert (_visible([product]), _visible([product], "eu")) == ({product}, set())


def test_an_empty_page_asks_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert _visible([]) == set()
