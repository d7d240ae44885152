"""The columns of an export: all that are always the same, and those that the seller's products make use of."""

from collections.abc import Iterable

from django.db.models import CharField
from django.db.models.functions import Cast

from catalog.pricing.tier import PriceTier
from catalog.products.attributes.assigned import ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.attribute import Attribute, InputType
from catalog.products.listing import VariantChannelListing
from catalog.products.product import Product
from catalog.products.spreadsheet.vocabulary import HOME, vocabulary
from catalog.products.translate import SUBJECT
from catalog.products.variant import ProductVariant
from catalog.stock.warehouse import Warehouse
from i18n.translation import Translation
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller


def choose_columns(seller: Seller) -> list[str]:
    """Keys, each beside what it belongs to; a handful of queries."""
    texts, prices = _texts(seller), _prices(seller)
    stocks = [f"stock.{name}" for name in _other_warehouses(seller)]
    columns: list[str] = []
    for key in vocabulary().kinds:
        columns.append(key)
        columns += texts.get(key, []) + (prices if key == "price" else []) + (stocks if key == "quantity" else [])
    return columns


def attributes_in_use(seller: Seller) -> list[Attribute]:
    """What the seller's products and variants answer, files aside."""
    own = ProductAttributeValue.objects.filter(product__seller=seller, product__archived_at__isnull=True)
    of_variants = VariantAttributeValue.objects.filter(variant__seller=seller, variant__archived_at__isnull=True)
    ids = {*_distinct(own, "attribute_id"), *_distinct(of_variants, "attribute_id")}
    return list(Attribute.objects.filter(pk__in=ids).exclude(input_type=InputType.FILE).order_by("slug"))


def _texts(seller: Seller) -> dict[str, list[str]]:
    """By field: the languages that anything of it is translated into."""
    own = Product.objects.current().filter(seller=seller).annotate(key=Cast("pk", CharField())).values("key")
    rows = Translation.objects.filter(subject=SUBJECT, object_id__in=own).order_by()
    found: dict[str, list[str]] = {}
    for name, language in sorted(rows.values_list("field", "language").distinct()):
        kind = vocabulary().kinds.get(name)
        if kind is not None and kind.texts:
            found.setdefault(name, []).append(f"{name}.{language}")
    return found


def _prices(seller: Seller) -> list[str]:
    slugs = dict(Channel.objects.values_list("pk", "slug"))
    current = ProductVariant.objects.current().filter(seller=seller)
    listings = VariantChannelListing.objects.filter(variant__in=current)
    tiers = PriceTier.objects.filter(listing__variant__in=current).order_by()
    steps = sorted(tiers.values_list("listing__channel_id", "minimum_quantity").distinct())
    found: list[str] = []
    for channel in sorted({*_distinct(listings, "channel_id"), *(pk for pk, _quantity in steps)}):
        slug = slugs[channel]
        found += [] if slug == HOME else [f"price.{slug}"]
        found += [f"price.{slug}.{quantity}" for pk, quantity in steps if pk == channel]
    return sorted(found, key=lambda key: (key.split(".")[1] != HOME, key.split(".")[1]))


def _other_warehouses(seller: Seller) -> list[str]:
    """All but the first, which stands in the column of the stock."""
    return list(Warehouse.objects.filter(seller=seller).order_by("pk").values_list("name", flat=True))[1:]


def _distinct(rows: object, column: str) -> Iterable[int]:
    return rows.order_by().values_list(column, flat=True).distinct()  # type: ignore[attr-defined]  # any queryset
