"""``attributeValueCreate``, ``-Update``, ``-Delete`` and ``attributeReorderValues``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.inputs import read_upload
from catalog.graphql.structure_access import STRUCTURE, the
from catalog.graphql.types.attribute import Attribute
from catalog.graphql.types.attribute_value import AttributeValue
from catalog.models import Attribute as AttributeRow
from catalog.models import AttributeValue as ValueRow
from catalog.products.attributes.delete_attribute import delete_value
from catalog.products.attributes.values import create_value, reorder_values, update_value
from catalog.products.picture import MOST_BYTES
from marketplace.graphql import ID, Field, InputObjectType, List, Mutation, NonNull, String, Upload, integer_key


class AttributeValueUpdateInput(InputObjectType):
    """What is left out stays as it is; null clears it."""

    name = String(description="In English.")
    slug = String()
    value = String(description="A swatch's colour, such as #b23a24.")
    picture = Upload(description="A swatch's picture: JPEG, PNG or WebP, up to 10 MB.")
    external_reference = String()


class AttributeValueCreateInput(AttributeValueUpdateInput):
    """A new value."""

    name = String(required=True, description="In English.")


def value_fields(given: Any) -> dict[str, Any]:
    """The fields that the input names."""
    fields: dict[str, Any] = {name: given[name] or "" for name in ("name", "slug") if name in given}
    if "value" in given:
        fields["swatch_color"] = given["value"] or ""
    if "external_reference" in given:
        fields["external_reference"] = given["external_reference"]
    if given.get("picture"):
        fields["swatch_picture"] = read_upload(given["picture"], most=MOST_BYTES, field="picture")
    return fields


class AttributeValueCreate(Mutation):
    """Add a value to an attribute, at the end of its list."""

    class Arguments:
        attribute = ID(required=True)
        input = AttributeValueCreateInput(required=True)

    class Meta:
        access = STRUCTURE
        creates = True
        known_errors = errors.REFUSED

    attribute = Field(Attribute)
    attribute_value = Field(AttributeValue)

    @classmethod
    def perform(cls, info: Any, *, attribute: str, input: Any) -> dict[str, Any]:
        row = the(AttributeRow, attribute, field="attribute")
        return {"attribute": row, "attribute_value": create_value(attribute=row, **value_fields(input))}


class AttributeValueUpdate(Mutation):
    """Change a value."""

    class Arguments:
        id = ID(required=True)
        input = AttributeValueUpdateInput(required=True)

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    attribute = Field(Attribute)
    attribute_value = Field(AttributeValue)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        value = update_value(value=the(ValueRow, id), **value_fields(input))
        return {"attribute": value.attribute, "attribute_value": value}


class AttributeValueDelete(Mutation):
    """Delete a value; products that had picked it no longer say it."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STRUCTURE

    attribute = Field(Attribute)
    attribute_value = Field(AttributeValue)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        value = the(ValueRow, id)
        delete_value(value=value)
        return {"attribute": value.attribute, "attribute_value": value}


class AttributeReorderValues(Mutation):
    """Put the values named first, in this order; the others follow in theirs."""

    class Arguments:
        attribute_id = ID(required=True)
        value_ids = NonNull(List(NonNull(ID)))

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    attribute = Field(Attribute)

    @classmethod
    def perform(cls, info: Any, *, attribute_id: str, value_ids: list[str]) -> dict[str, Any]:
        attribute = the(AttributeRow, attribute_id, field="attribute_id")
        wanted = [integer_key(each, "AttributeValue", field="value_ids") for each in value_ids[:1000]]
        reorder_values(attribute=attribute, value_ids=wanted)
        return {"attribute": attribute}
