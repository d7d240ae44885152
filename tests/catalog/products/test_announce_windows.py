from datetime import timedelta
from decimal import Decimal
from unittest.mock import patch

import pytest
from django.utils import timezone

from catalog.models import ListingClock, ProductChannelListing
from catalog.pricing.set_sale import set_sale
from catalog.products import announce_windows as clockwork
from catalog.products.announce_windows import announce_windows
from catalog.products.publish import publish_product
from marketplace.events.models import OutboxMessage
from tests.factories.catalog import make_sellable_variant
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def _told() -> list[int]:
    rows = OutboxMessage.objects.filter(name="ProductsChanged").order_by("sequence").values_list("payload", flat=True)
    return [product_id for payload in rows for product_id in payload["product_ids"]]


def test_everything_that_begins_or_ends_is_told_once() -> None:
    vn = make_channel("vn")
    window, sale, quiet = (make_sellable_variant(vn) for _ in range(3))
    now = timezone.now()
    announce_windows(now=now)
    publish_product(product=window.product, channel=vn, published_at=now + HOUR, published_until=now + 3 * HOUR)
    set_sale(variant=sale, channel=vn, price=Decimal(9), starts_at=now + 2 * HOUR, ends_at=now + 4 * HOUR)

    counts = [announce_windows(now=now + hours * HOUR) for hours in (0.5, 1, 1, 2, 3, 4, 5)]

    assert counts == [0, 1, 0, 1, 1, 1, 0]
    first, second = window.product_id, sale.product_id
    assert _told() == [first, second, first, second]
    assert quiet.product_id not in _told()


def test_the_time_of_purchase_counts_and_what_is_not_published_does_not() -> None:
    vn = make_channel("vn")
    shown, hidden = make_sellable_variant(vn).product, make_sellable_variant(vn).product
    now = timezone.now()
    announce_windows(now=now)
    for product in (shown, hidden):
        publish_product(
            product=product,
            channel=vn,
            available_for_purchase_at=now + HOUR,
            available_for_purchase_until=now + 2 * HOUR,
        )
    ProductChannelListing.objects.filter(product=hidden).update(is_published=False)
    assert announce_windows(now=now + HOUR) == 1
    assert announce_windows(now=now + 2 * HOUR) == 1
    assert set(_told()) == {shown.pk}


def test_a_run_that_dies_is_made_up_for() -> None:
    vn = make_channel("vn")
    variant = make_sellable_variant(vn)
    now = timezone.now()
    announce_windows(now=now)
    publish_product(product=variant.product, channel=vn, published_at=now + HOUR)

    with patch.object(clockwork, "products_changed", side_effect=OSError), pytest.raises(OSError):
        announce_windows(now=now + HOUR)

    assert ListingClock.objects.get().told_until == now
    assert announce_windows(now=now + 2 * HOUR) == 1
    assert _told() == [variant.product_id]


def test_an_older_moment_changes_nothing() -> None:
    now = timezone.now()
    announce_windows(now=now)
    announce_windows(now=now - HOUR)
    assert ListingClock.objects.get().told_until == now
