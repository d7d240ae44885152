"""The attributes of products and variants with their values, for pages: constantly few queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.products.attributes.assigned import Assigned, ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.type_attribute import AttributePlace, ProductTypeAttribute
from catalog.products.product import Product
from catalog.products.variant import ProductVariant


@dataclass(frozen=True, slots=True)
class SelectedAttribute:
    """An attribute and what is said: no rows where the type asks and nobody has answered."""

    attribute: Attribute
    values: Sequence[Assigned]
    variant_selection: bool = False


def values_of_products(product_ids: Iterable[int]) -> dict[int, list[SelectedAttribute]]:
    """What is said of each product: the attributes of its type in their order, answered or not, then any others."""

    types = dict(Product.objects.filter(pk__in=list(product_ids)).order_by().values_list("pk", "product_type_id"))
    rows = ProductAttributeValue.objects.filter(product_id__in=list(types))
    return _selected(types, rows, "product_id", AttributePlace.PRODUCT)


def values_of_variants(variant_ids: Iterable[int]) -> dict[int, list[SelectedAttribute]]:
    """The same for variants, with the variant attributes of their product's type."""

    ids = list(variant_ids)
    types = dict(ProductVariant.objects.filter(pk__in=ids).order_by().values_list("pk", "product__product_type_id"))
    rows = VariantAttributeValue.objects.filter(variant_id__in=list(types))
    return _selected(types, rows, "variant_id", AttributePlace.VARIANT)


def _selected(
    types: Mapping[int, int | None], rows: Any, owner: str, place: AttributePlace
) -> dict[int, list[SelectedAttribute]]:
    asked = _asked(types.values(), place)
    said: dict[int, dict[Attribute, list[Assigned]]] = defaultdict(lambda: defaultdict(list))
    ordered = rows.select_related("attribute", "value").order_by(
        "attribute__sort_order", "attribute__name", "attribute_id", "place"
    )
    for row in ordered:
        said[getattr(row, owner)][row.attribute].append(row)
    return {key: _in_order(asked.get(product_type, []), said[key]) for key, product_type in types.items()}


def _asked(type_ids: Iterable[int | None], place: AttributePlace) -> dict[int | None, list[ProductTypeAttribute]]:
    found: dict[int | None, list[ProductTypeAttribute]] = defaultdict(list)
    rows = ProductTypeAttribute.objects.filter(product_type_id__in={each for each in type_ids if each}, place=place)
    for row in rows.select_related("attribute").order_by("sort_order", "pk"):
        found[row.product_type_id].append(row)
    return found


def _in_order(asked: list[ProductTypeAttribute], said: dict[Attribute, list[Assigned]]) -> list[SelectedAttribute]:
    first = [SelectedAttribute(row.attribute, said.get(row.attribute, []), row.variant_selection) for row in asked]
    listed = {row.attribute for row in asked}
    return first + [SelectedAttribute(each, values) for each, values in said.items() if each not in listed]
