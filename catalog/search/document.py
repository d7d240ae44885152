"""What the index knows of a product: its public texts in every language, and what it can be filtered and sorted by."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import F, Min

from catalog.products.category import Category
from catalog.products.category_tree import lineage, parents
from catalog.products.description import plain
from catalog.products.listing import ProductChannelListing, VariantChannelListing
from catalog.products.product import Product
from catalog.stock.stock import Stock
from i18n.translate import translations_of


@dataclass(frozen=True, slots=True)
class Offer:
    """The product in one channel. ``price`` is that of its cheapest variant there."""

    channel: str
    price: Decimal | None
    published_at: datetime | None
    """Not shown before."""


@dataclass(frozen=True, slots=True)
class ProductDocument:
    product_id: int
    version: int
    names: tuple[str, ...]
    extras: tuple[str, ...]
    """Materials, the seller's names and the names of the category and those above it."""
    bodies: tuple[str, ...]
    seller_id: int
    craft: str
    category_ids: tuple[int, ...]
    """The category and those above it."""
    hs_code: str
    in_stock: bool
    created_at: datetime
    updated_at: datetime
    offers: tuple[Offer, ...]


def build_documents(product_ids: Collection[int]) -> list[ProductDocument]:
    """Documents of those products that are approved and published somewhere, in a dozen queries.

    Drafts, products of suspended sellers and everything else the public must not see have no document.

    The version is read before everything else: a change that is committed meanwhile leaves a document marked older than
    it is, and its own event mends that.
    """
    versions = dict(Product.objects.filter(pk__in=list(product_ids)).order_by().values_list("pk", "search_version"))
    offers = _offers(versions)
    products = list(Product.objects.approved().filter(pk__in=offers).select_related("seller"))
    ids = [product.pk for product in products]
    parent_of = parents()
    paths = {product.pk: lineage(product.category_id, parent_of) for product in products}
    found = _Found(
        versions=versions,
        offers=offers,
        paths=paths,
        texts=_texts("catalog.Product", ids),
        sellers=_texts("sellers.Seller", {product.seller_id for product in products}),
        categories=_category_names({category_id for path in paths.values() for category_id in path}),
        stocked=_stocked(ids),
    )
    return [_document(product, found) for product in products]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the products' documents need besides the products, by product, seller or category id."""

    versions: Mapping[int, int]
    offers: Mapping[int, list[Offer]]
    paths: Mapping[int, list[int]]
    texts: Mapping[int, Mapping[str, list[str]]]
    sellers: Mapping[int, Mapping[str, list[str]]]
    categories: Mapping[int, list[str]]
    stocked: Collection[int]


def _document(product: Product, found: _Found) -> ProductDocument:
    texts, path = found.texts[product.pk], found.paths[product.pk]
    extras = [product.material, *texts.get("material", ()), product.seller.name]
    extras += found.sellers[product.seller_id].get("name", ())
    extras += [name for category_id in path for name in found.categories[category_id]]
    return ProductDocument(
        product_id=product.pk,
        version=found.versions[product.pk],
        names=(product.name, *texts.get("name", ())),
        extras=tuple(extras),
        bodies=tuple(plain(text) for text in (product.description, *texts.get("description", ()))),
        seller_id=product.seller_id,
        craft=product.seller.craft,
        category_ids=tuple(path),
        hs_code=product.hs_code,
        in_stock=product.pk in found.stocked,
        created_at=product.created_at,
        updated_at=product.updated_at,
        offers=tuple(found.offers[product.pk]),
    )


def _offers(product_ids: Collection[int]) -> dict[int, list[Offer]]:
    listings = ProductChannelListing.objects.filter(product_id__in=list(product_ids), is_published=True)
    rows = list(listings.select_related("channel").order_by("pk"))
    priced = VariantChannelListing.objects.filter(
        variant__product_id__in={row.product_id for row in rows}, variant__archived_at__isnull=True
    )
    cheapest = {
        (product_id, channel_id): price
        for product_id, channel_id, price in priced.order_by()
        .values_list("variant__product_id", "channel_id")
        .annotate(cheapest=Min("price_amount"))
    }
    offers: dict[int, list[Offer]] = {}
    for row in rows:
        price = cheapest.get((row.product_id, row.channel_id))
        offers.setdefault(row.product_id, []).append(Offer(row.channel.slug, price, row.published_at))
    return offers


def _texts(subject: str, ids: Iterable[int]) -> dict[int, Mapping[str, list[str]]]:
    found: dict[int, Mapping[str, list[str]]] = {}
    for object_id, rows in translations_of(subject, ids).items():
        by_field: dict[str, list[str]] = {}
        for row in rows:
            by_field.setdefault(row.field, []).append(row.text)
        found[int(object_id)] = by_field
    return found


def _category_names(ids: set[int]) -> dict[int, list[str]]:
    texts = _texts("catalog.Category", ids)
    rows = Category.objects.filter(pk__in=ids).order_by().values_list("pk", "name")
    return {pk: [name, *texts[pk].get("name", ())] for pk, name in rows}


def _stocked(ids: list[int]) -> set[int]:
    rows = Stock.objects.filter(variant__product_id__in=ids, variant__archived_at__isnull=True)
    rows = rows.filter(quantity__gt=F("quantity_allocated")).order_by()
    return set(rows.values_list("variant__product_id", flat=True))
