"""``attributes`` of products and variants, and which ones their seller may fill in."""

from collections.abc import Sequence
from typing import Any

from catalog.graphql.access import MEMBERS
from catalog.graphql.types.attribute import FillableAttribute, SelectedAttribute
from catalog.graphql.types.attribute_enums import VariantAttributeScope
from catalog.models import Product, ProductVariant
from catalog.products.attributes.fillable import fillable_on_products, fillable_on_variants
from catalog.products.attributes.values_of import SelectedAttribute as Selected
from catalog.products.attributes.values_of import values_of_products, values_of_variants
from marketplace.graphql import ANYONE, Field, List, NonNull, ObjectType, batch


def of_products(products: Sequence[Product], info: Any) -> list[list[Selected]]:
    found = values_of_products([product.pk for product in products])
    by_id = {product.pk: product for product in products}
    for product_id, selected in found.items():
        for each in selected:
            for row in each.values:
                row.product = by_id[product_id]  # type: ignore[attr-defined]  # spares reading it for its language
    return [found[product.pk] for product in products]


def _of_variants(variants: Sequence[ProductVariant], info: Any, variant_selection: Any = None) -> list[list[Any]]:
    found = values_of_variants([variant.pk for variant in variants])
    scope = str(variant_selection or "ALL")
    by_id = {variant.pk: variant for variant in variants}
    for variant_id, selected in found.items():
        for each in selected:
            for row in each.values:
                row.variant = by_id[variant_id]  # type: ignore[attr-defined]  # spares reading it for its language
    wanted = {"VARIANT_SELECTION": {True}, "NOT_VARIANT_SELECTION": {False}}.get(scope, {True, False})
    return [[each for each in found[variant.pk] if each.variant_selection in wanted] for variant in variants]


class AttributesOfProduct(ObjectType):
    """What is said of a product."""

    class Meta:
        access = ANYONE

    attributes = Field(
        NonNull(List(NonNull(SelectedAttribute))),
        size=10,
        description="What its type asks, in order, answered or not; then what else is said of it.",
    )
    fillable_attributes = Field(
        List(NonNull(FillableAttribute)), size=15, access=MEMBERS, description="What the seller may answer, in order."
    )
    fillable_variant_attributes = Field(
        List(NonNull(FillableAttribute)), size=15, access=MEMBERS, description="The same of each of its variants."
    )

    resolve_attributes = batch(of_products)
    resolve_fillable_attributes = batch(lambda products, info: fillable_on_products(products))
    resolve_fillable_variant_attributes = batch(lambda products, info: fillable_on_variants(products))


class AttributesOfVariant(ObjectType):
    """What is said of a variant."""

    class Meta:
        access = ANYONE

    attributes = Field(
        NonNull(List(NonNull(SelectedAttribute))),
        variant_selection=VariantAttributeScope(description="Which of them; ALL unless said."),
        size=10,
        description="What its product's type asks of variants, in order, answered or not; then what else is said.",
    )

    resolve_attributes = batch(_of_variants)
