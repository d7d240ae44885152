from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from catalog.models import Product, ProductChannelListing
from catalog.pricing.set_price import set_price
from catalog.products.gates.requirement import requirements
from catalog.products.missing_to_publish import missing_to_publish
from catalog.products.publish import NotPublishable, publish_product, unpublish_product
from catalog.products.translate import translate_product
from catalog.products.update import update_product
from tests.factories.catalog import make_media, make_product, make_sellable_variant, make_variant
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db


def _codes(product: Product, channel: str, **more: date) -> set[str]:
    return {gap.code for gap in missing_to_publish(product, make_channel(channel), **more) if gap.blocking}


def test_each_market_asks_for_its_own() -> None:
    product = make_product(hs_code="", source_language="zh-Hans")
    product.seller.email = ""
    assert _codes(product, "vn") == {"PRICE"}
    assert _codes(product, "jp") == {"PRICE", "NAME_LANGUAGE", "HS_CODE"}
    assert _codes(product, "eu") == {
        "PRICE",
        "NAME_LANGUAGE",
        "HS_CODE",
        "MANUFACTURER",
        "RESPONSIBLE_PERSON",
        "WARNINGS",
    }


def test_requirements_hold_from_their_day() -> None:
    product = make_product()
    product.seller.email = ""
    assert "MANUFACTURER" not in _codes(product, "eu", on=date(2024, 12, 12))
    assert "MANUFACTURER" in _codes(product, "eu", on=date(2024, 12, 13))
    assert all(requirement.legal_basis for requirement in requirements())


def test_advice_does_not_stop_a_publication() -> None:
    eu = make_channel("eu")
    variant = make_sellable_variant(eu, price=10)
    assert {gap.code for gap in missing_to_publish(variant.product, eu)} == {"GTIN", "PICTURE"}
    make_media(variant.product)
    assert {gap.code for gap in missing_to_publish(variant.product, eu)} == {"GTIN"}


def test_mending_every_gap_publishes() -> None:
    jp = make_channel("jp")
    product = make_product(hs_code="", source_language="zh-Hans")
    variant = make_variant(product)
    with pytest.raises(NotPublishable) as refused:
        publish_product(product=product, channel=jp)
    assert {problem.field for problem in refused.value.problems} == {"price", "name", "hsCode"}
    assert not ProductChannelListing.objects.exists()

    set_price(variant=variant, channel=jp, price=Decimal(9000))
    translate_product(product=product, language="ja", texts={"name": "オーク材の椅子"})
    update_product(product=product, by=None, hs_code="9401.69")
    publish_product(product=product, channel=jp)

    assert Product.objects.published_in(jp).get() == product
    unpublish_product(product=product, channel=jp)
    assert not Product.objects.published_in(jp).exists()


def test_a_published_product_cannot_lose_what_its_market_requires() -> None:
    eu = make_channel("eu")
    product = make_sellable_variant(eu, price=10).product
    with pytest.raises(NotPublishable):
        update_product(product=product, by=None, hs_code="")
    product.refresh_from_db()
    assert product.hs_code == "940169"


def test_a_later_publication_shows_when_its_time_has_come() -> None:
    channel = make_channel("vn")
    product = make_sellable_variant(channel).product
    later = timezone.now() + timedelta(days=1)
    publish_product(product=product, channel=channel, published_at=later)
    assert not Product.objects.published_in(channel).exists()
    assert Product.objects.published_in(channel, at=later).exists()
