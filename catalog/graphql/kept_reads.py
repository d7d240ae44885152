"""What of the catalogue may be kept as an answer: what everybody sees alike, made of nothing but watched tables.

Left out are counts, searches, facets and figures over a span of days: they come from an index or change with the clock.
"""

from catalog.models import (
    Category,
    PriceRecord,
    PriceTier,
    Product,
    ProductChannelListing,
    ProductMedia,
    ProductType,
    ProductVariant,
    Reservation,
    Stock,
    StockPolicy,
    Takedown,
    VariantChannelListing,
)
from i18n.slugs.slug import Slug
from i18n.translation import Translation
from marketplace.channels.models import Channel
from marketplace.graphql.kept import Watched
from marketplace.sellers.models import Seller

_TEXTS = frozenset({"name", "description", "material", "language", "source"})
FIELDS = {
    "Query": {"products", "product"},
    "ProductCountableConnection": {"edges", "pageInfo"},
    "ProductCountableEdge": {"node", "cursor"},
    "PageInfo": {"hasNextPage", "hasPreviousPage", "startCursor", "endCursor"},
    "Product": {
        *("id", "name", "slug", "description", "material", "sourceLanguage", "localized", "translation"),
        *("translations", "seller", "category", "productType", "media", "variants", "defaultVariant", "pricing"),
        *("isAvailable", "isAvailableForPurchase", "weight", "created", "updatedAt"),
    },
    "ProductTranslation": {"id", "slug", *_TEXTS},
    "ProductLocalized": {"name", "description", "material", "warnings"},
    "LocalizedText": {
        "text",
        "language",
        "requestedLanguage",
        "source",
        "isStale",
        "isFallback",
        "isReviewed",
        "state",
    },
    "LanguageDisplay": {"code", "language"},
    "Seller": {"id", "name", "slug"},
    "Category": {"id", "name", "slug"},
    "ProductType": {"id", "name", "slug"},
    "ProductMedia": {"id", "url", "alt", "sortOrder", "type", "width", "height"},
    "ProductVariant": {
        *("id", "sku", "name", "moq", "orderMultiple", "leadTimeDays", "quantityAvailable", "pricing", "weight"),
        *("netWeight", "grossWeight", "unitsPerCarton", "gtin", "sortOrder"),
    },
    "Weight": {"unit", "value"},
    "ProductPricingInfo": {
        *("priceRange", "priceRangeUndiscounted", "priceRangePrior", "discount", "discountPrior", "onSale"),
        "displayGrossPrices",
    },
    "VariantPricingInfo": {
        *("price", "priceUndiscounted", "pricePrior", "discount", "discountPrior", "onSale", "saleEndsAt", "tiers"),
        *("taxRate", "taxBasis", "displayGrossPrices"),
    },
    "PriceTier": {"minimumQuantity", "price"},
    "TaxedMoneyRange": {"start", "stop"},
    "TaxedMoney": {"net", "gross", "tax", "currency"},
    "Money": {"amount", "currency"},
}
"""By type; a document that asks for anything else is answered anew each time."""
_WINDOWS = ("published_at", "published_until", "available_for_purchase_at", "available_for_purchase_until")
WATCHED = [
    Watched(Product._meta.db_table, "id", ignored=("search_version",)),
    Watched(ProductVariant._meta.db_table, "product_id"),
    Watched(ProductChannelListing._meta.db_table, "product_id", turns=_WINDOWS),
    Watched(VariantChannelListing._meta.db_table, "variant_id", turns=("sale_starts_at", "sale_ends_at")),
    Watched(PriceTier._meta.db_table, "listing_id"),
    Watched(PriceRecord._meta.db_table, "variant_id"),
    Watched(Stock._meta.db_table, "variant_id"),
    Watched(StockPolicy._meta.db_table, "variant_id"),
    Watched(Reservation._meta.db_table, "variant_id", turns=("expires_at",)),
    Watched(ProductMedia._meta.db_table, "product_id"),
    Watched(ProductType._meta.db_table, "id"),
    Watched(Category._meta.db_table, "id"),
    Watched(Takedown._meta.db_table),
    Watched(Seller._meta.db_table, "id"),
    Watched(Channel._meta.db_table, "id"),
    Watched(Translation._meta.db_table, "object_id"),
    Watched(Slug._meta.db_table, "object_id"),
]
