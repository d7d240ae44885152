"""Which attributes a seller may fill in: what the product's type asks, and what its category suggests."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.suggested import suggested_by
from catalog.products.attributes.type_attribute import AttributePlace, ProductTypeAttribute
from catalog.products.product import Product


@dataclass(frozen=True, slots=True)
class Fillable:
    """``required`` only where the type asks; ``by_type`` tells a type's question from a category's suggestion."""

    attribute: Attribute
    required: bool = False
    by_type: bool = False
    variant_selection: bool = False


def fillable_on_products(products: Sequence[Product]) -> list[list[Fillable]]:
    """Each product's own attributes, in order: its type's, then its category's. Three queries for any number."""
    return _fillable(products, AttributePlace.PRODUCT)


def fillable_on_variants(products: Sequence[Product]) -> list[list[Fillable]]:
    """What is asked of each product's variants: its type's, then those of its category that tell variants apart."""
    return _fillable(products, AttributePlace.VARIANT)


def _fillable(products: Sequence[Product], place: AttributePlace) -> list[list[Fillable]]:
    of_type = _of_types({product.product_type_id for product in products if product.product_type_id is not None})
    of_category = suggested_by(product.category_id for product in products)
    return [
        _in_place(of_type.get(product.product_type_id or 0, []), of_category.get(product.category_id or 0, []), place)
        for product in products
    ]


def _of_types(type_ids: Iterable[int]) -> dict[int, list[ProductTypeAttribute]]:
    found: dict[int, list[ProductTypeAttribute]] = defaultdict(list)
    rows = ProductTypeAttribute.objects.filter(product_type_id__in=type_ids).select_related("attribute")
    for row in rows.order_by("sort_order", "pk"):
        found[row.product_type_id].append(row)
    return found


def _in_place(asked: list[ProductTypeAttribute], suggested: list[Attribute], place: AttributePlace) -> list[Fillable]:
    by_type = [
        Fillable(row.attribute, row.attribute.value_required, True, row.variant_selection)
        for row in asked
        if row.place == place
    ]
    taken = {row.attribute_id for row in asked}
    on_variants = place == AttributePlace.VARIANT
    free = (each for each in suggested if each.pk not in taken and (each.is_variant or not on_variants))
    return by_type + [Fillable(each) for each in free]
