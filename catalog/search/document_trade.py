"""What a product's document says of its variants, their stock, and what it costs in each channel."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import F

from catalog.products.listing import ProductChannelListing, VariantChannelListing
from catalog.products.variant import ProductVariant
from catalog.stock.stock import Stock


@dataclass(frozen=True, slots=True)
class Offer:
    """The product in one channel. ``price`` is that of its cheapest variant there at the time of indexing."""

    channel: str
    price: Decimal | None
    published_at: datetime | None
    """Not shown before."""
    published_until: datetime | None = None
    """Not shown from then on."""


@dataclass(frozen=True, slots=True)
class Trade:
    """What the current variants of a product have together."""

    skus: tuple[str, ...] = ()
    gtins: tuple[str, ...] = ()
    moq: int | None = None
    lead_time_days: int | None = None
    in_stock: bool = False


def trade_of(product_ids: Collection[int]) -> dict[int, Trade]:
    """Two queries; every id has an entry."""
    variants = ProductVariant.objects.current().filter(product_id__in=product_ids).order_by("product_id", "pk")
    rows = defaultdict(list)
    for row in variants.values_list("product_id", "sku", "gtin", "moq", "lead_time_days"):
        rows[row[0]].append(row)
    stocks = Stock.objects.filter(variant__product_id__in=product_ids, variant__archived_at__isnull=True)
    available = stocks.filter(quantity__gt=F("quantity_allocated")).order_by()
    stocked = set(available.values_list("variant__product_id", flat=True))
    return {
        product_id: Trade(
            skus=tuple(sku for _id, sku, *_rest in rows[product_id]),
            gtins=tuple(gtin for _id, _sku, gtin, *_rest in rows[product_id] if gtin),
            moq=min((row[3] for row in rows[product_id]), default=None),
            lead_time_days=min((row[4] for row in rows[product_id] if row[4] is not None), default=None),
            in_stock=product_id in stocked,
        )
        for product_id in product_ids
    }


def offers_of(product_ids: Collection[int], *, at: datetime) -> dict[int, list[Offer]]:
    """Where each product is or will be shown; products shown nowhere have no entry. Two queries."""
    listings = ProductChannelListing.objects.not_ended(at).filter(product_id__in=list(product_ids)).order_by("pk")
    rows = list(listings.values_list("product_id", "channel_id", "channel__slug", "published_at", "published_until"))
    cheapest = _cheapest({row[0] for row in rows}, at)
    offers: dict[int, list[Offer]] = {}
    for product_id, channel_id, slug, start, end in rows:
        offers.setdefault(product_id, []).append(Offer(slug, cheapest.get((product_id, channel_id)), start, end))
    return offers


def _cheapest(product_ids: set[int], at: datetime) -> dict[tuple[int, int], Decimal]:
    """The lowest price by product and channel, a running sale included."""
    found: dict[tuple[int, int], Decimal] = {}
    priced = VariantChannelListing.objects.filter(
        variant__product_id__in=product_ids, variant__archived_at__isnull=True
    )
    for row in priced.order_by().annotate(product_key=F("variant__product_id")):
        price = row.sale_amount if row.sale_runs(at) and row.sale_amount is not None else row.price_amount
        key = (row.product_key, row.channel_id)
        found[key] = min(price, found.get(key, price))
    return found
