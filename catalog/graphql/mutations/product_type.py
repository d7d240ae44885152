"""``productTypeCreate``, ``-Update``, ``-Delete``, ``productAttributeAssign`` and ``-Unassign``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.structure_access import STRUCTURE, each_of, the
from catalog.graphql.types.attribute_enums import ProductAttributeType, ProductTypeKindEnum
from catalog.graphql.types.product_type import ProductType
from catalog.models import Attribute as AttributeRow
from catalog.models import ProductType as ProductTypeRow
from catalog.products.attributes.type_attribute import AttributePlace
from catalog.products.product_types import (
    Assignment,
    assign_attributes,
    create_product_type,
    delete_product_type,
    reorder_attributes,
    unassign_attributes,
    update_product_type,
)
from marketplace.graphql import (
    ID,
    Boolean,
    Field,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    String,
    integer_key,
)


class ProductTypeInput(InputObjectType):
    """What is left out stays as it is. Attributes named here are asked from now on, in this order."""

    name = String(description="In English.")
    slug = String()
    kind = ProductTypeKindEnum()
    product_attributes = List(NonNull(ID))
    variant_attributes = List(NonNull(ID))


class ProductAttributeAssignInput(InputObjectType):
    """An attribute to ask."""

    id = ID(required=True)
    type = ProductAttributeType(required=True)
    variant_selection = Boolean(description="Buyers choose a variant by it.")


def _fields(given: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {name: given[name] or "" for name in ("name", "slug") if name in given}
    if given.get("kind"):
        fields["kind"] = str(given["kind"])
    return fields


def _assign(product_type: ProductTypeRow, given: Any) -> None:
    for name, place in (("product_attributes", AttributePlace.PRODUCT), ("variant_attributes", AttributePlace.VARIANT)):
        rows = each_of(AttributeRow, given.get(name) or [], field=name)
        if rows:
            assign_attributes(product_type=product_type, assignments=[Assignment(row, place) for row in rows])


class ProductTypeCreate(Mutation):
    """Create a product type."""

    class Arguments:
        input = ProductTypeInput(required=True)

    class Meta:
        access = STRUCTURE
        creates = True
        known_errors = errors.REFUSED

    product_type = Field(ProductType)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        product_type = create_product_type(**_fields(input))
        _assign(product_type, input)
        return {"product_type": product_type}


class ProductTypeUpdate(Mutation):
    """Change a product type."""

    class Arguments:
        id = ID(required=True)
        input = ProductTypeInput(required=True)

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    product_type = Field(ProductType)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        product_type = update_product_type(product_type=the(ProductTypeRow, id), **_fields(input))
        _assign(product_type, input)
        return {"product_type": product_type}


class ProductTypeDelete(Mutation):
    """Delete a product type; its products keep what is said of them and have no type."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STRUCTURE

    product_type = Field(ProductType)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        product_type = the(ProductTypeRow, id)
        delete_product_type(product_type=product_type)
        return {"product_type": product_type}


class ProductAttributeAssign(Mutation):
    """Ask attributes of a type's products or of their variants, at the end of the list."""

    class Arguments:
        product_type_id = ID(required=True)
        operations = NonNull(List(NonNull(ProductAttributeAssignInput)))

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    product_type = Field(ProductType)

    @classmethod
    def perform(cls, info: Any, *, product_type_id: str, operations: Any) -> dict[str, Any]:
        product_type = the(ProductTypeRow, product_type_id, field="product_type_id")
        rows = each_of(AttributeRow, [each["id"] for each in operations], field="operations")
        assign_attributes(
            product_type=product_type,
            assignments=[
                Assignment(row, str(each["type"]), bool(each.get("variant_selection")))
                for row, each in zip(rows, operations, strict=True)
            ],
        )
        return {"product_type": product_type}


class ProductAttributeUnassign(Mutation):
    """Ask attributes no longer; what was said stays with the products."""

    class Arguments:
        product_type_id = ID(required=True)
        attribute_ids = NonNull(List(NonNull(ID)))

    class Meta:
        access = STRUCTURE

    product_type = Field(ProductType)

    @classmethod
    def perform(cls, info: Any, *, product_type_id: str, attribute_ids: list[str]) -> dict[str, Any]:
        product_type = the(ProductTypeRow, product_type_id, field="product_type_id")
        wanted = [integer_key(each, "Attribute", field="attribute_ids") for each in attribute_ids[:100]]
        unassign_attributes(product_type=product_type, attribute_ids=wanted)
        return {"product_type": product_type}


class ProductTypeReorderAttributes(Mutation):
    """Put the attributes named first, in this order; the others follow in theirs."""

    class Arguments:
        product_type_id = ID(required=True)
        attribute_ids = NonNull(List(NonNull(ID)))

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    product_type = Field(ProductType)

    @classmethod
    def perform(cls, info: Any, *, product_type_id: str, attribute_ids: list[str]) -> dict[str, Any]:
        product_type = the(ProductTypeRow, product_type_id, field="product_type_id")
        wanted = [integer_key(each, "Attribute", field="attribute_ids") for each in attribute_ids[:100]]
        reorder_attributes(product_type=product_type, attribute_ids=wanted)
        return {"product_type": product_type}
