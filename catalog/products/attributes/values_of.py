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
from marketplace.written_once import WrittenOnce

_IN_ORDER = ("attribute__sort_order", "attribute__name", "attribute_id", "place")
_TYPES_OF_PRODUCTS: WrittenOnce[tuple[int, int | None]] = WrittenOnce(
    lambda ids: Product.objects.filter(pk__in=ids).order_by().values_list("pk", "product_type_id")
)
_TYPES_OF_VARIANTS: WrittenOnce[tuple[int, int | None]] = WrittenOnce(
    lambda ids: ProductVariant.objects.filter(pk__in=ids).order_by().values_list("pk", "product__product_type_id")
)
_SAID_OF_PRODUCTS = WrittenOnce(
    lambda ids: (
        ProductAttributeValue.objects.filter(product_id__in=ids)
        .select_related("attribute", "value")
        .order_by(*_IN_ORDER)
    )
)
_SAID_OF_VARIANTS = WrittenOnce(
    lambda ids: (
        VariantAttributeValue.objects.filter(variant_id__in=ids)
        .select_related("attribute", "value")
        .order_by(*_IN_ORDER)
    )
)
_ASKED = WrittenOnce(
    lambda types, place: (
        ProductTypeAttribute.objects.filter(product_type_id__in=types, place=place)
        .select_related("attribute")
        .order_by("sort_order", "pk")
    )
)


@dataclass(frozen=True, slots=True)
class SelectedAttribute:
    """An attribute and what is said: no rows where the type asks and nobody has answered."""

    attribute: Attribute
    values: Sequence[Assigned]
    variant_selection: bool = False


def values_of_products(product_ids: Iterable[int]) -> dict[int, list[SelectedAttribute]]:
    """What is said of each product: the attributes of its type in their order, answered or not, then any others."""
    types = dict(_TYPES_OF_PRODUCTS(ids=set(product_ids)))
    return _selected(types, _SAID_OF_PRODUCTS(ids=set(types)), "product_id", AttributePlace.PRODUCT)


def values_of_variants(variant_ids: Iterable[int]) -> dict[int, list[SelectedAttribute]]:
    """The same for variants, with the variant attributes of their product's type."""
    types = dict(_TYPES_OF_VARIANTS(ids=set(variant_ids)))
    return _selected(types, _SAID_OF_VARIANTS(ids=set(types)), "variant_id", AttributePlace.VARIANT)


def _selected(
    types: Mapping[int, int | None], rows: Iterable[Any], owner: str, place: AttributePlace
) -> dict[int, list[SelectedAttribute]]:
    asked = _asked(types.values(), place)
    said: dict[int, dict[Attribute, list[Assigned]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        said[getattr(row, owner)][row.attribute].append(row)
    return {key: _in_order(asked.get(product_type, []), said[key]) for key, product_type in types.items()}


def _asked(type_ids: Iterable[int | None], place: AttributePlace) -> dict[int | None, list[ProductTypeAttribute]]:
    found: dict[int | None, list[ProductTypeAttribute]] = defaultdict(list)
    for row in _ASKED(types={each for each in type_ids if each}, place=place.value):
        found[row.product_type_id].append(row)
    return found


def _in_order(asked: list[ProductTypeAttribute], said: dict[Attribute, list[Assigned]]) -> list[SelectedAttribute]:
    first = [SelectedAttribute(row.attribute, said.get(row.attribute, []), row.variant_selection) for row in asked]
    listed = {row.attribute for row in asked}
    return first + [SelectedAttribute(each, values) for each, values in said.items() if each not in listed]
