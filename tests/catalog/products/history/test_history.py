import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from catalog.events import ProductChanged
from catalog.models import ListingSnapshot, PriceTier, Product, VariantChannelListing
from catalog.pricing.set_price import set_price
from catalog.pricing.set_sale import set_sale
from catalog.products.history.forget import forget_snapshots, keepings
from catalog.products.history.reactions import record_product, record_seller
from catalog.products.history.record import record_snapshots
from catalog.products.history.snapshot import SnapshotIsFinal
from catalog.products.history.verify import is_unbroken
from catalog.products.publish import publish_product, unpublish_product
from catalog.products.translate import translate_product
from catalog.products.update import update_product
from marketplace.sellers.events import SellerSuspended
from marketplace.sellers.seller import SellerStatus
from tests.factories.catalog import make_media, make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.takedowns import make_takedown

pytestmark = pytest.mark.django_db


def _record(product: Product, at: datetime | None = None) -> int:
    return record_snapshots([product.pk], at=at or timezone.now())


def _contents(product: Product) -> list[dict[str, Any]]:
    return [json.loads(row.content) for row in ListingSnapshot.objects.filter(product=product)]


def test_what_is_shown_is_written_down_once_and_each_change_again() -> None:
    variant = make_sellable_variant(price=1000, tiers=[(10, Decimal(900))])
    product = variant.product
    assert (_record(product), _record(product)) == (1, 0)
    translate_product(product=product, language="en", texts={"name": "Oak chair"})
    assert _record(product) == 1
    set_price(variant=variant, channel=make_channel("vn"), price=Decimal(1100))
    assert _record(product) == 1
    set_sale(variant=variant, channel=make_channel("vn"), price=Decimal(950))
    assert _record(product) == 1

    first, second, third, fourth = _contents(product)
    assert first["markets"]["vn"]["variants"][0]["price"] == "1000"
    assert first["markets"]["vn"]["variants"][0]["tiers"] == [[10, "900"]]
    assert second["texts"]["en"]["name"] == "Oak chair"
    assert third["markets"]["vn"]["variants"][0]["price"] == "1100"
    assert fourth["markets"]["vn"]["variants"][0]["sale"]["price"] == "950"
    assert is_unbroken(product)


def test_pictures_and_safety_stand_in_it() -> None:
    eu = make_channel("eu")
    product = make_sellable_variant(eu, price=10).product
    media = make_media(product)
    _record(product)
    [content] = _contents(product)
    assert content["pictures"] == [{"file": media.image, "alt": media.alt}]
    assert content["responsible_person"]["address"]["country"] == "NL"


def test_a_draft_leaves_no_trace_and_an_end_is_written() -> None:
    draft, product = make_product(), make_sellable_variant().product
    assert _record(draft) == 0
    _record(product)
    unpublish_product(product=product, channel=make_channel("vn"))
    assert _record(product) == 1
    assert _record(product) == 0
    assert list(ListingSnapshot.objects.filter(product=product).values_list("is_shown", flat=True)) == [True, False]


def test_a_window_counts_by_its_moment() -> None:
    vn = make_channel("vn")
    product = make_sellable_variant(vn).product
    start = timezone.now() + timedelta(days=1)
    publish_product(product=product, channel=vn, published_at=start, published_until=start + timedelta(days=1))
    assert _record(product, start - timedelta(minutes=1)) == 0
    assert _record(product, start) == 1
    assert _record(product, start + timedelta(hours=3)) == 0
    assert _record(product, start + timedelta(days=1)) == 1


def test_a_review_and_a_suspension_hide_it() -> None:
    product = make_sellable_variant().product
    record_product(ProductChanged(product_id=product.pk))
    update_product(product=product, by=None, name="Tên khác")
    record_product(ProductChanged(product_id=product.pk))
    Product.objects.filter(pk=product.pk).update(approval="APPROVED")
    record_product(ProductChanged(product_id=product.pk))
    product.seller.status = SellerStatus.SUSPENDED
    product.seller.save()
    record_seller(SellerSuspended(seller_id=product.seller_id))
    shown = ListingSnapshot.objects.filter(product=product).values_list("is_shown", flat=True)
    assert list(shown) == [True, False, True, False]


def test_a_price_that_a_way_in_forgot_to_write_down_is_caught() -> None:
    from catalog.models import PriceRecord

    variant = make_sellable_variant(price=1000)
    VariantChannelListing.objects.filter(variant=variant).update(price_amount=1200)
    record_product(ProductChanged(product_id=variant.product_id))
    record_product(ProductChanged(product_id=variant.product_id))
    amounts = PriceRecord.objects.filter(variant=variant).values_list("price_amount", flat=True)
    assert list(amounts) == [1000, 1200]
    assert not PriceTier.objects.exists()


def test_snapshots_cannot_be_changed_and_a_forged_one_shows() -> None:
    product = make_sellable_variant().product
    _record(product)
    snapshot = ListingSnapshot.objects.get()
    snapshot.content = "{}"
    with pytest.raises(SnapshotIsFinal):
        snapshot.save()
    with pytest.raises(SnapshotIsFinal):
        ListingSnapshot.objects.update(content="{}")
    assert is_unbroken(product)
    ListingSnapshot.objects.bulk_create(
        [ListingSnapshot(product=product, taken_at=timezone.now(), content="{}", is_shown=False, digest="0" * 64)]
    )
    assert not is_unbroken(product)


def test_it_is_kept_for_a_year_after_it_ended_and_longer_while_disputed() -> None:
    old, disputed = make_sellable_variant(), make_sellable_variant()
    begin = datetime(2026, 8, 1, tzinfo=UTC)
    vn = make_channel("vn")
    for variant in (old, disputed):
        variant.product.channel_listings.update(published_at=begin)
        _record(variant.product, begin)
        set_price(variant=variant, channel=vn, price=Decimal(7))
        _record(variant.product, begin + timedelta(days=100))
    make_takedown(disputed.product)
    end = begin + timedelta(days=100)

    assert forget_snapshots(now=end.replace(year=end.year + 1)) == 0
    assert forget_snapshots(now=end.replace(year=end.year + 1) + timedelta(days=1)) == 1

    assert ListingSnapshot.objects.filter(product=old.product).count() == 1
    assert ListingSnapshot.objects.filter(product=disputed.product).count() == 2
    assert is_unbroken(old.product)
    assert all(rule.legal_basis for rule in keepings())


def test_before_the_law_nothing_is_removed() -> None:
    product = make_sellable_variant().product
    for day in (1, 2):
        translate_product(product=product, language="en", texts={"name": f"Chair {day}"})
        product.channel_listings.update(published_at=None)
        _record(product, datetime(2019, 1, day, tzinfo=UTC))
    assert forget_snapshots(now=datetime(2026, 6, 30, tzinfo=UTC)) == 0
