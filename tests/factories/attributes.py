"""Attributes, values and product types for tests, made through the verbs the operator uses."""

from itertools import count
from typing import Any

from catalog.models import Attribute, AttributeValue, ProductType
from catalog.products.attributes.create_attribute import create_attribute
from catalog.products.attributes.values import create_value
from catalog.products.product_types import Assignment, assign_attributes, create_product_type

_number = count(1)


def make_attribute(input_type: str = "DROPDOWN", values: tuple[str, ...] = (), **overrides: Any) -> Attribute:
    """An attribute with values of these English names."""
    attribute = create_attribute(input_type=input_type, **{"name": f"Attribute {next(_number)}", **overrides})
    for name in values:
        create_value(attribute=attribute, name=name)
    return attribute


def value_of(attribute: Attribute, slug: str) -> AttributeValue:
    return attribute.values.get(slug=slug)


def make_product_type(*attributes: Attribute, variant: tuple[Attribute, ...] = (), **overrides: Any) -> ProductType:
    """A type that asks these attributes of the product, and those of ``variant`` of each variant to choose it by."""
    product_type = create_product_type(**{"name": f"Type {next(_number)}", **overrides})
    asked = [Assignment(each, "PRODUCT") for each in attributes]
    asked += [Assignment(each, "VARIANT", variant_selection=True) for each in variant]
    assign_attributes(product_type=product_type, assignments=asked)
    return product_type
