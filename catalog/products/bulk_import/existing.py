"""What the catalogue already has under the SKUs of an import: six queries for any number of rows."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Max

from catalog.products.listing import VariantChannelListing
from catalog.products.variant import ProductVariant
from catalog.stock.locks import lock_stocks
from catalog.stock.stock import Stock
from catalog.stock.warehouse import Warehouse
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller

HOME = "vn"
"""Prices of an import are in đồng and go to the Vietnamese channel."""


@dataclass(slots=True)
class Existing:
    """A variant with its product, its price at home and its stock in the seller's first warehouse."""

    variant: ProductVariant
    listing: VariantChannelListing | None = None
    stock: Stock | None = None
    dearest_tier: Decimal | None = None
    """The highest of the variant's quantity prices at home."""


def load_existing(
    seller: Seller,
    skus: Collection[str],
    *,
    channel: Channel | None,
    warehouse: Warehouse | None,
    lock: bool = False,
) -> dict[str, Existing]:
    """By SKU; archived variants don't count. ``lock`` holds the stocks until the transaction ends."""
    rows = ProductVariant.objects.current().filter(seller=seller, sku__in=skus).select_related("product").order_by("pk")
    found = {variant.pk: Existing(variant) for variant in rows}
    if channel is not None:
        listings = VariantChannelListing.objects.filter(channel=channel, variant_id__in=found)
        for listing in listings.annotate(dearest=Max("tiers__price_amount")):
            found[listing.variant_id].listing = listing
            found[listing.variant_id].dearest_tier = listing.dearest
    if warehouse is not None:
        stocks = lock_stocks(found) if lock else Stock.objects.filter(variant_id__in=found)
        for stock in stocks:
            if stock.warehouse_id == warehouse.pk:
                found[stock.variant_id].stock = stock
    _share_products(found)
    return {existing.variant.sku: existing for existing in found.values()}


def _share_products(found: dict[int, Existing]) -> None:
    """Variants of one product point at one object, so that a change through one is seen by the others."""
    products = {existing.variant.product_id: existing.variant.product for existing in found.values()}
    for existing in found.values():
        existing.variant.product = products[existing.variant.product_id]


def first_warehouse(seller: Seller) -> Warehouse | None:
    return Warehouse.objects.filter(seller=seller).order_by("pk").first()
