"""Products as rows of cells, one per variant; what belongs to the product stands in its first row alone."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from catalog.pricing.base_price import BasePrice
from catalog.pricing.tier import PriceTier
from catalog.products.attributes.assigned import Assigned, ProductAttributeValue, VariantAttributeValue
from catalog.products.bulk_export.answers import answer_cell
from catalog.products.bulk_export.names import Names
from catalog.products.bulk_export.sheet import Cell, plain_number
from catalog.products.bulk_import.existing import load_texts
from catalog.products.bulk_import.models import ImportedPicture
from catalog.products.bulk_import.parse import PRODUCT_FLAGS, PRODUCT_TEXTS, STORED_AS, VARIANT_WHOLE
from catalog.products.listing import VariantChannelListing
from catalog.products.media import ProductMedia
from catalog.products.product import Product
from catalog.products.spreadsheet.file_names import plain_name
from catalog.products.spreadsheet.keys import Key, parse_key
from catalog.products.spreadsheet.vocabulary import vocabulary
from catalog.products.variant import ProductVariant
from catalog.stock.stock import Stock

_PER_UNIT = {"kg": Decimal(1000), "cm": Decimal(10)}
_DIVIDES_NAMES = set("|;\n")


@dataclass(slots=True)
class Batch:
    """Everything that the cells of some products need, by the id of what it belongs to."""

    texts: Mapping[int, Mapping[tuple[str, str], str]]
    prices: Mapping[tuple[int, int], Decimal]
    """By variant and channel."""
    tiers: Mapping[tuple[int, int, int], Decimal]
    """By variant, channel and quantity."""
    base_prices: Mapping[int, BasePrice]
    stocks: Mapping[tuple[int, int], int]
    """By variant and warehouse."""
    pictures: Mapping[int, list[str]]
    of_products: Mapping[tuple[int, int], list[Assigned]]
    of_variants: Mapping[tuple[int, int], list[Assigned]]
    """By owner and attribute."""


def rows_of(products: Sequence[Product], keys: Sequence[str], names: Names) -> Iterator[list[Cell]]:
    """The rows of the products in their order; products without variants have none."""
    ids = [product.pk for product in products]
    variants: dict[int, list[ProductVariant]] = defaultdict(list)
    found = ProductVariant.objects.current().filter(product_id__in=ids).order_by("product_id", "sort_order", "pk")
    for variant in found:
        variants[variant.product_id].append(variant)
    batch = _load(ids, [variant.pk for own in variants.values() for variant in own])
    parts = [(key, parse_key(key)) for key in keys]
    for product in products:
        for place, variant in enumerate(variants[product.pk]):
            yield [
                _cell(batch, names, part, product, variant, is_first=place == 0) if part else None
                for _key, part in parts
            ]


def _load(product_ids: Sequence[int], variant_ids: Sequence[int]) -> Batch:
    listings = list(VariantChannelListing.objects.filter(variant_id__in=variant_ids).order_by())
    places = {row.pk: (row.variant_id, row.channel_id) for row in listings}
    tiers = PriceTier.objects.filter(listing_id__in=places).order_by()
    stocks = Stock.objects.filter(variant_id__in=variant_ids).order_by()
    bases = BasePrice.objects.filter(variant_id__in=variant_ids)
    return Batch(
        texts=load_texts(product_ids),
        prices={places[row.pk]: row.price_amount for row in listings},
        tiers={(*places[row.listing_id], row.minimum_quantity): row.price_amount for row in tiers},
        base_prices={base.variant_id: base for base in bases},
        stocks={(stock.variant_id, stock.warehouse_id): stock.quantity for stock in stocks},
        pictures=_picture_names(product_ids),
        of_products=_answers(ProductAttributeValue, "product_id", product_ids),
        of_variants=_answers(VariantAttributeValue, "variant_id", variant_ids),
    )


def _answers(model: Any, owner: str, ids: Sequence[int]) -> dict[tuple[int, int], list[Assigned]]:
    found: dict[tuple[int, int], list[Assigned]] = defaultdict(list)
    rows = model.objects.filter(**{f"{owner}__in": ids}).select_related("attribute", "value")
    for row in rows.order_by("attribute_id", "place"):
        found[getattr(row, owner), row.attribute_id].append(row)
    return found


def _picture_names(product_ids: Sequence[int]) -> dict[int, list[str]]:
    """What an import finds the pictures by again: the name they came under, or the one they are stored under."""
    came = dict(ImportedPicture.objects.filter(product_id__in=product_ids).values_list("media_id", "name"))
    found: dict[int, list[str]] = defaultdict(list)
    rows = ProductMedia.objects.filter(product_id__in=product_ids).order_by("product_id", "sort_order", "pk")
    for pk, product_id, image in rows.values_list("pk", "product_id", "image"):
        name = plain_name(came.get(pk, image))
        found[product_id].append(plain_name(image) if _DIVIDES_NAMES.intersection(name) else name)
    return found


def _cell(batch: Batch, names: Names, part: Key, product: Product, variant: ProductVariant, *, is_first: bool) -> Cell:
    if part.kind in _OF_VARIANT:
        return _OF_VARIANT[part.kind](batch, names, part, variant)
    if part.kind == "attribute":
        attribute = names.attributes[part.label]
        rows = batch.of_variants.get((variant.pk, attribute.pk), [])
        rows = rows or (batch.of_products.get((product.pk, attribute.pk), []) if is_first else [])
        return answer_cell(attribute, rows, names)
    if part.kind == "product":
        return product.slug
    return _OF_PRODUCT[part.kind](batch, names, part, product) if is_first else None


OfVariant = Callable[[Batch, Names, Key, ProductVariant], Cell]
OfProduct = Callable[[Batch, Names, Key, Product], Cell]


def _measured(column: str) -> OfVariant:
    name, per = STORED_AS[column][0], _PER_UNIT[vocabulary().kinds[column].unit]
    return lambda batch, names, part, variant: _over(getattr(variant, name), per)


def _over(value: int | None, per: Decimal) -> Decimal | None:
    return None if value is None else Decimal(value) / per


def _stored(name: str) -> OfVariant:
    return lambda batch, names, part, variant: getattr(variant, name)


def _base_price(batch: Batch, names: Names, part: Key, variant: ProductVariant) -> Cell:
    base = batch.base_prices.get(variant.pk)
    return f"{plain_number(base.amount)} {base.currency}" if base else None


def _price(batch: Batch, names: Names, part: Key, variant: ProductVariant) -> Cell:
    return batch.prices.get((variant.pk, names.channels.get(part.market, 0)))


def _tier(batch: Batch, names: Names, part: Key, variant: ProductVariant) -> Cell:
    return batch.tiers.get((variant.pk, names.channels.get(part.market, 0), part.quantity))


def _quantity(batch: Batch, names: Names, part: Key, variant: ProductVariant) -> Cell:
    return batch.stocks.get((variant.pk, names.warehouses.get(part.label, 0)))


_OF_VARIANT: Mapping[str, OfVariant] = {
    "sku": _stored("sku"),
    "variant_name": _stored("name"),
    "gtin": _stored("gtin"),
    "price": _price,
    "tier": _tier,
    "quantity": _quantity,
    "stock": _quantity,
    "base_price": _base_price,
    **{name: _stored(name) for name in VARIANT_WHOLE},
    **{column: _measured(column) for column in STORED_AS},
}


def _text(batch: Batch, names: Names, part: Key, product: Product) -> Cell:
    if part.language:
        return batch.texts.get(product.pk, {}).get((part.language, part.kind), "")
    return str(getattr(product, part.kind))


def _flag(batch: Batch, names: Names, part: Key, product: Product) -> Cell:
    return names.flag(getattr(product, part.kind))


def _sample_price(batch: Batch, names: Names, part: Key, product: Product) -> Cell:
    amount = product.sample_price_amount
    return None if amount is None else f"{plain_number(amount)} {product.sample_price_currency}"


_OF_PRODUCT: Mapping[str, OfProduct] = {
    "category": lambda batch, names, part, product: names.category(product.category_id),
    "product_type": lambda batch, names, part, product: names.product_type(product.product_type_id),
    "origin_country": lambda batch, names, part, product: product.origin_country,
    "images": lambda batch, names, part, product: " | ".join(batch.pictures.get(product.pk, [])),
    "restrictions": lambda batch, names, part, product: "; ".join(product.restrictions),
    "sample_price": _sample_price,
    **dict.fromkeys(PRODUCT_TEXTS, _text),
    **dict.fromkeys(PRODUCT_FLAGS, _flag),
}
