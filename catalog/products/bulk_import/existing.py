"""What the catalogue already has under the SKUs of a batch: a query for each kind of thing, whatever their number."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal

from catalog.pricing.base_price import BasePrice
from catalog.pricing.tier import PriceTier
from catalog.products.bulk_import.lookups import Lookups
from catalog.products.listing import VariantChannelListing
from catalog.products.product import Product
from catalog.products.translate import SUBJECT
from catalog.products.variant import ProductVariant
from catalog.stock.locks import lock_stocks
from catalog.stock.stock import Stock
from i18n.translation import Translation


@dataclass(slots=True)
class Existing:
    """A variant with its product and everything that an import can change of them."""

    variant: ProductVariant
    listings: dict[int, VariantChannelListing] = field(default_factory=dict)
    """By channel."""
    tiers: dict[int, dict[int, Decimal]] = field(default_factory=dict)
    """By channel, then by quantity."""
    base_price: BasePrice | None = None
    stocks: dict[int, Stock] = field(default_factory=dict)
    """By warehouse."""

    @property
    def product(self) -> Product:
        return self.variant.product


def load_existing(lookups: Lookups, skus: Collection[str], *, lock: bool = False) -> dict[str, Existing]:
    """By SKU; archived variants don't count. ``lock`` holds what is found until the transaction ends."""
    rows = ProductVariant.objects.current().filter(seller=lookups.seller, sku__in=skus).select_related("product")
    rows = rows.select_for_update() if lock else rows
    found = {variant.pk: Existing(variant) for variant in rows.order_by("pk")}
    _share_products(found)
    if found and lookups.kinds & {"price", "tier"}:
        _load_prices(found)
    if found and "base_price" in lookups.kinds:
        for base in BasePrice.objects.filter(variant_id__in=found).prefetch_related("tiers"):
            found[base.variant_id].base_price = base
    if found and lookups.kinds & {"stock", "quantity"}:
        for stock in lock_stocks(found) if lock else Stock.objects.filter(variant_id__in=found):
            found[stock.variant_id].stocks[stock.warehouse_id] = stock
    return {existing.variant.sku: existing for existing in found.values()}


def load_texts(product_ids: Collection[int]) -> dict[int, dict[tuple[str, str], str]]:
    """The stored translations of products: by product, then by language and field."""
    texts: dict[int, dict[tuple[str, str], str]] = defaultdict(dict)
    rows = Translation.objects.filter(subject=SUBJECT, object_id__in=[str(pk) for pk in product_ids]).order_by()
    for object_id, language, name, text in rows.values_list("object_id", "language", "field", "text"):
        texts[int(object_id)][language, name] = text
    return texts


def _load_prices(found: dict[int, Existing]) -> None:
    listings = {row.pk: row for row in VariantChannelListing.objects.filter(variant_id__in=found).order_by("pk")}
    for listing in listings.values():
        found[listing.variant_id].listings[listing.channel_id] = listing
        found[listing.variant_id].tiers[listing.channel_id] = {}
    for tier in PriceTier.objects.filter(listing__variant_id__in=found).order_by("minimum_quantity"):
        listing = listings[tier.listing_id]
        found[listing.variant_id].tiers[listing.channel_id][tier.minimum_quantity] = tier.price_amount


def _share_products(found: dict[int, Existing]) -> None:
    """Variants of one product point at one object, so that a change through one is seen by the others."""
    products = {existing.variant.product_id: existing.variant.product for existing in found.values()}
    for existing in found.values():
        existing.variant.product = products[existing.variant.product_id]
