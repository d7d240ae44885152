"""Many products at once: what is shown is what is done, once, and it can be taken back while nothing else changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from catalog.events import ProductsChanged
from catalog.models import BulkChange, Product, ProductVariant, VariantChannelListing
from catalog.pricing.derivation import PriceDerivation
from catalog.pricing.set_price import set_price
from catalog.products.bulk_change.change import Change, ChangeKind
from catalog.products.bulk_change.make import ChangedMeanwhile, look_at_change, make_change
from catalog.products.bulk_change.undo import undo_change
from catalog.products.publish import publish_product
from catalog.refusal import Refused
from marketplace.channels.models import Channel
from marketplace.events.models import OutboxMessage
from marketplace.sellers.models import Seller
from tests.factories.catalog import make_answerable, make_category, make_media, make_product, make_variant
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller

NOW = timezone.now()


@dataclass
class Shop:
    seller: Seller
    eu: Channel
    chair: Product
    table: Product
    """Lacks everything that a market asks for."""

    @property
    def both(self) -> list[Product]:
        return list(Product.objects.filter(pk__in=[self.chair.pk, self.table.pk]).order_by("pk"))

    def look(self, change: Change, *, at: datetime = NOW) -> Any:
        return look_at_change(products=self.both, change=change, now=at)

    def make(self, change: Change, *, at: datetime = NOW, fingerprint: str = "") -> BulkChange:
        return make_change(
            seller=self.seller,
            product_ids=[self.chair.pk, self.table.pk],
            change=change,
            fingerprint=fingerprint or self.look(change, at=at).fingerprint,
            now=at,
        )


@pytest.fixture
def shop(db: None) -> Shop:
    seller, eu = make_seller(), make_channel("eu")
    chair, table = make_product(seller=seller, name="Ghế"), make_product(seller=seller, name="Bàn", hs_code="")
    make_media(chair)
    variant = make_variant(chair, sku="G-1", lead_time_days=10)
    make_variant(table, sku="B-1")
    set_price(variant=variant, channel=eu, price=Decimal("120.00"), tiers=[(10, Decimal("100.00"))])
    make_answerable(chair, eu)
    return Shop(seller, eu, chair, table)


def state() -> list[Any]:
    """Everything that the changes touch, without the clocks."""
    return [
        list(Product.objects.order_by("pk").values_list("pk", "category", "archived_at")),
        list(ProductVariant.objects.order_by("pk").values_list("pk", "lead_time_days", "archived_at")),
        list(VariantChannelListing.objects.order_by("pk").values_list("pk", "price_amount", "tiers__price_amount")),
        sorted(
            (listing.product_id, listing.is_published, str(listing.published_at))
            for product in Product.objects.all()
            for listing in product.channel_listings.all()
        ),
    ]


def changes(shop: Shop) -> dict[str, Change]:
    return {
        "publish": Change(ChangeKind.PUBLISH, channel=shop.eu),
        "percent": Change(ChangeKind.PRICE_PERCENT, percent=Decimal("2.5")),
        "category": Change(ChangeKind.CATEGORY, category=make_category()),
        "lead time": Change(ChangeKind.LEAD_TIME, days=21),
        "delete": Change(ChangeKind.DELETE),
    }


def test_every_kind_is_made_once_and_taken_back_whole(shop: Shop) -> None:
    for name, change in changes(shop).items():
        before = state()
        OutboxMessage.objects.all().delete()
        made = shop.make(change)
        assert state() != before, name
        assert _events() == 1, name
        assert shop.make(change, fingerprint=made.fingerprint).pk == made.pk, name
        assert _events() == 1, name
        undo_change(change=made, now=NOW)
        undo_change(change=made, now=NOW)
        assert state() == before, name
        assert _events() == 2, name


def test_taking_out_of_a_market_comes_back_with_its_times(shop: Shop) -> None:
    until = NOW + timedelta(days=9)
    publish_product(product=shop.chair, channel=shop.eu, published_until=until)
    before = state()
    made = shop.make(Change(ChangeKind.UNPUBLISH, channel=shop.eu))
    assert list(made.before) == [str(shop.chair.pk)]
    assert not shop.chair.channel_listings.get().is_published
    undo_change(change=made, now=NOW)
    assert state() == before
    assert shop.chair.channel_listings.get().published_until == until


def test_what_a_look_refuses_is_left_alone_and_the_rest_is_done(shop: Shop) -> None:
    look = shop.look(Change(ChangeKind.PUBLISH, channel=shop.eu))
    assert [bool(row.problems) for row in look.rows] == [False, True]
    shop.make(Change(ChangeKind.PUBLISH, channel=shop.eu))
    assert shop.chair.channel_listings.get().is_published
    assert not shop.table.channel_listings.exists()


def test_prices_are_rounded_to_the_smallest_unit_with_their_quantity_prices(shop: Shop) -> None:
    look = shop.look(Change(ChangeKind.PRICE_PERCENT, percent=Decimal("-33.33")))
    chair, table = look.rows
    assert [str(line.after) for line in chair.lines] == ["80.00 EUR", "66.67 EUR"]
    assert [problem.code for problem in table.problems] == ["REQUIRED"]


def test_a_price_that_follows_the_base_price_refuses(shop: Shop) -> None:
    listing = VariantChannelListing.objects.get()
    PriceDerivation.objects.create(
        listing=listing, base_amount=1, base_currency="VND", rate=1, rate_on=NOW.date(), rate_source="t", derived_at=NOW
    )
    (problem,) = shop.look(Change(ChangeKind.PRICE_PERCENT, percent=Decimal(5))).rows[0].problems
    assert problem.params == {"sku": "G-1"}
    with pytest.raises(Refused, match="None of these"):
        shop.make(Change(ChangeKind.PRICE_PERCENT, percent=Decimal(5)))


def test_what_was_looked_at_before_another_change_is_refused(shop: Shop) -> None:
    change = Change(ChangeKind.PRICE_PERCENT, percent=Decimal(5))
    looked = shop.look(change).fingerprint
    set_price(variant=shop.chair.variants.get(), channel=shop.eu, price=Decimal("130.00"))
    before = state()
    with pytest.raises(ChangedMeanwhile):
        shop.make(change, fingerprint=looked)
    assert state() == before


def test_nothing_is_undone_when_something_changed_since_or_the_time_is_over(shop: Shop) -> None:
    made = shop.make(Change(ChangeKind.LEAD_TIME, days=21))
    late = NOW + timedelta(minutes=15)
    with pytest.raises(Refused, match="no longer"):
        undo_change(change=made, now=late)
    ProductVariant.objects.filter(sku="B-1").update(lead_time_days=3)
    before = state()
    with pytest.raises(Refused, match="Bàn"):
        undo_change(change=made, now=NOW)
    assert state() == before


def test_a_deletion_is_not_undone_when_its_sku_is_taken(shop: Shop) -> None:
    made = shop.make(Change(ChangeKind.DELETE))
    make_variant(make_product(seller=shop.seller), sku="B-1")
    with pytest.raises(Refused, match="B-1"):
        undo_change(change=made, now=NOW)
    assert Product.objects.current().filter(seller=shop.seller).count() == 1


def test_changes_of_yesterday_are_forgotten_by_the_next_one(shop: Shop) -> None:
    shop.make(Change(ChangeKind.LEAD_TIME, days=1), at=NOW - timedelta(days=2))
    shop.make(Change(ChangeKind.LEAD_TIME, days=2))
    assert BulkChange.objects.count() == 1


def test_a_look_asks_as_much_for_ten_products_as_for_two(shop: Shop, django_assert_max_num_queries: Any) -> None:
    more = [make_product(seller=shop.seller) for _number in range(8)]
    for product in more:
        set_price(variant=make_variant(product), channel=shop.eu, price=Decimal(7))
    every = list(Product.objects.filter(seller=shop.seller).select_related("seller").order_by("pk"))
    for change in changes(shop).values():
        with django_assert_max_num_queries(14):
            look_at_change(products=every, change=change, now=NOW)


def _events() -> int:
    return OutboxMessage.objects.filter(name__endswith=ProductsChanged.__name__).count()
