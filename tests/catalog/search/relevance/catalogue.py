"""An invented catalogue of Bình Dương's trades as rows of the database: ``products/<trade>.toml``, one file a trade.

Every text was written for these tests; firms and codes are made up (the GTINs are of the range for use inside a firm).
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils import timezone

from catalog.models import Category, Product, ProductVariant
from catalog.products.approval import ProductApproval
from catalog.products.listing import ProductChannelListing, VariantChannelListing
from i18n.languages import LANGUAGES
from i18n.translation import Translation
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller

FOLDER = Path(__file__).parent / "products"
SOURCE = "vi"
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A product as its seller entered it. ``names`` and ``descriptions`` are by language, Vietnamese always there."""

    key: str
    names: Texts
    descriptions: Texts
    sku: str
    hs_code: str
    gtin: str = ""
    material: str = ""


@dataclass(frozen=True, slots=True)
class Trade:
    name: str
    seller: str
    craft: str
    category: Texts
    items: Sequence[Item]


def read_trades() -> list[Trade]:
    return [_trade(path) for path in sorted(FOLDER.glob("*.toml"))]


def _trade(path: Path) -> Trade:
    stated = tomllib.loads(path.read_text(encoding="utf-8"))
    head = stated.pop("trade")
    items = [_item(key, fields, head, place) for place, (key, fields) in enumerate(stated.items())]
    return Trade(path.stem, head["seller"], head["craft"], head["category"], items)


def _item(key: str, fields: dict[str, Any], head: dict[str, Any], place: int) -> Item:
    return Item(
        key=key,
        names={language: fields[language] for language in LANGUAGES if language in fields},
        descriptions=fields.get("about", {}),
        sku=fields.get("sku", f"{head['hs']}-{place:03d}-VD"),
        hs_code=fields.get("hs", head["hs"]),
        gtin=fields.get("gtin", ""),
        material=fields.get("material", ""),
    )


def fill(trades: Sequence[Trade]) -> dict[int, str]:
    """All of it approved and on sale in the Vietnamese market; returns the items' keys by product id."""
    channel = make_channel("vn")
    keys: dict[int, str] = {}
    for trade in trades:
        seller = make_seller(name=trade.seller, craft=trade.craft)
        category = Category.objects.create(slug=f"relevance-{trade.name}", name=trade.category["en"])
        Translation.objects.bulk_create(_translations("catalog.Category", category.pk, "name", trade.category, "en"))
        products = add_products(trade.items, seller=seller, channel=channel, category=category)
        keys |= {product.pk: item.key for product, item in zip(products, trade.items, strict=True)}
    return keys


def add_products(
    items: Sequence[Item], *, seller: Seller, channel: Channel, category: Category | None = None
) -> list[Product]:
    """Rows in five statements, however many items there are."""
    products = Product.objects.bulk_create([_product(item, seller, category) for item in items])
    pairs = list(zip(products, items, strict=True))
    variants = ProductVariant.objects.bulk_create(
        [ProductVariant(product=product, seller=seller, sku=item.sku, gtin=item.gtin) for product, item in pairs]
    )
    ProductChannelListing.objects.bulk_create(
        [ProductChannelListing(product=product, channel=channel, is_published=True) for product in products]
    )
    VariantChannelListing.objects.bulk_create(
        [VariantChannelListing(variant=v, channel=channel, price_amount=100_000, currency="VND") for v in variants]
    )
    rows = [row for product, item in pairs for row in _product_translations(product, item)]
    Translation.objects.bulk_create(rows, batch_size=2000)
    return products


def _product(item: Item, seller: Seller, category: Category | None) -> Product:
    return Product(
        seller=seller,
        slug=f"relevance-{item.key}",
        name=item.names[SOURCE],
        description=item.descriptions.get(SOURCE, ""),
        material=item.material,
        source_language=SOURCE,
        category=category,
        hs_code=item.hs_code,
        approval=ProductApproval.APPROVED,
    )


def _product_translations(product: Product, item: Item) -> Iterator[Translation]:
    yield from _translations("catalog.Product", product.pk, "name", item.names, SOURCE)
    yield from _translations("catalog.Product", product.pk, "description", item.descriptions, SOURCE)


def _translations(subject: str, pk: int, field: str, texts: Texts, source: str) -> Iterator[Translation]:
    for language, text in texts.items():
        if language != source:
            yield Translation(
                subject=subject, object_id=str(pk), field=field, language=language, text=text, source="HUMAN",
                updated_at=timezone.now(),
            )  # fmt: skip
