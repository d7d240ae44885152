"""Sixty products: written, translated, pictured, priced per market, approved and published."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from django.utils import timezone

from catalog.pricing.set_price import set_price
from catalog.products.category import Category
from catalog.products.create import create_product
from catalog.products.pictures import SUBJECT as MEDIA_SUBJECT
from catalog.products.pictures import add_media
from catalog.products.product import Product
from catalog.products.publish import publish_product
from catalog.products.review import approve_product, submit_product
from catalog.products.translate import translate_product
from catalog.products.variant import ProductVariant
from catalog.products.variants import create_variant
from catalog.stock.count import set_stock
from i18n.money import Money
from i18n.translate import set_translation
from marketplace.channels.models import Channel
from marketplace.demo.attributes import create_types, describe
from marketplace.demo.people import People
from marketplace.demo.pictures import drawing
from marketplace.demo.safety import warn_of
from marketplace.demo.sellers import SOURCE_LANGUAGE, SettledSeller

MEASURES = ("length_mm", "width_mm", "height_mm", "units_per_carton", "moq", "order_multiple", "lead_time_days")
LISTED_SINCE = timedelta(days=120)
"""Long enough ago that the older orders of the demo could be placed."""
WAITING = frozenset({"bu-long", "buoi-say"})
"""These wait for the operator's approval, so that the desk has something to do."""


def list_products(
    sellers: dict[str, SettledSeller], categories: dict[str, Category], people: People, *, progress: Any
) -> dict[str, Product]:
    """Every product of the world by its key."""
    channels = {channel.slug: channel for channel in Channel.objects.all()}
    types = create_types()
    made: dict[str, Product] = {}
    with drawing(data["key"] for settled in sellers.values() for data in settled.data["products"]) as pictures:
        for settled, data in _in_turns(sellers):
            product = _list(data, settled, categories[data["category"]], channels)
            describe(product, data["key"], types)
            _picture(product, data, pictures[data["key"]].result())
            _review(product, data["key"], settled, people)
            made[data["key"]] = product
            if len(made) % 20 == 0:
                progress(f"{len(made)} products with pictures")
    return made


def _in_turns(sellers: dict[str, SettledSeller]) -> Iterator[tuple[SettledSeller, dict[str, Any]]]:
    """One product of each seller, then the next of each: what is new comes from all of them."""
    rounds = zip_longest(*([(settled, data) for data in settled.data["products"]] for settled in sellers.values()))
    return (entry for round_ in rounds for entry in round_ if entry is not None)


def _list(data: dict[str, Any], settled: SettledSeller, category: Category, channels: dict[str, Channel]) -> Product:
    texts = data["texts"]
    product = create_product(
        seller=settled.seller,
        by=settled.owner,
        source_language=SOURCE_LANGUAGE,
        category=category,
        hs_code=data["hs_code"],
        **texts[SOURCE_LANGUAGE],
    )
    for language in texts.keys() - {SOURCE_LANGUAGE}:
        translate_product(product=product, language=language, texts=texts[language])
    warn_of(product, key=data["key"], craft=settled.seller.craft, settled=settled)
    prices = {"vn": str(data["price_vnd"]), **data.get("prices", {})}
    for position, entry in enumerate(data["variants"]):
        variant = _variant(product, data, entry, position)
        set_stock(variant=variant, warehouse=settled.warehouse, quantity=data["stock"])
        for slug, price in prices.items():
            _price(variant, channels[slug], Decimal(price), Decimal(entry.get("price_factor", "1")), data)
    for slug in prices:
        publish_product(product=product, channel=channels[slug], published_at=timezone.now() - LISTED_SINCE)
    return product


def _picture(product: Product, data: dict[str, Any], image: bytes) -> None:
    media = add_media(product=product, image=image, alt=data["texts"][SOURCE_LANGUAGE]["name"])
    for language, texts in data["texts"].items():
        if language != SOURCE_LANGUAGE:
            set_translation(subject=MEDIA_SUBJECT, object_id=media.pk, language=language, texts={"alt": texts["name"]})


def _variant(product: Product, data: dict[str, Any], entry: dict[str, Any], position: int) -> ProductVariant:
    return create_variant(
        product=product,
        sku=entry["sku"],
        name=entry["name"],
        gtin=entry.get("gtin", ""),
        net_weight_g=data["weight_g"],
        gross_weight_g=data["gross_weight_g"],
        sort_order=position,
        **{name: data[name] for name in MEASURES if name in data},
    )


def _price(variant: ProductVariant, channel: Channel, price: Decimal, factor: Decimal, data: dict[str, Any]) -> None:
    def scaled(amount: Decimal) -> Decimal:
        return Money(amount * factor, channel.currency_code).quantize().amount

    tiers = [
        (quantity, scaled(Decimal(amount)))
        for quantity, amount in data.get("tiers", {}).get(channel.slug, ())
        if quantity > variant.moq
    ]
    set_price(variant=variant, channel=channel, price=scaled(price), tiers=tiers)


def _review(product: Product, key: str, settled: SettledSeller, people: People) -> None:
    submit_product(product=product, by=settled.owner)
    if key not in WAITING:
        approve_product(product=product, by=people.operator)
