"""``attributeCreate``, ``-Update`` and ``-Delete``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.mutations.attribute_value import AttributeValueCreateInput, value_fields
from catalog.graphql.structure_access import STRUCTURE, each_of, the
from catalog.graphql.types.attribute import Attribute
from catalog.graphql.types.attribute_enums import AttributeInputTypeEnum, MeasurementUnitsEnum
from catalog.models import Attribute as AttributeRow
from catalog.models import AttributeValue as ValueRow
from catalog.products.attributes.create_attribute import create_attribute, update_attribute
from catalog.products.attributes.delete_attribute import delete_attribute, delete_value
from catalog.products.attributes.values import create_value
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    Boolean,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    String,
)

MOST_VALUES = 100
_FIELDS = {
    "name": "name",
    "slug": "slug",
    "description": "description",
    "input_type": "input_type",
    "unit": "unit",
    "lowest": "lowest",
    "highest": "highest",
    "value_required": "value_required",
    "filterable_in_storefront": "is_filterable",
    "is_variant": "is_variant",
    "external_reference": "external_reference",
}
_TEXTS = frozenset({"name", "slug", "description", "unit"})
_KEEP_WITHOUT_VALUE = frozenset({"value_required", "filterable_in_storefront", "is_variant", "input_type"})


class AttributeUpdateInput(InputObjectType):
    """What is left out stays as it is; null clears it."""

    name = String(description="In English.")
    slug = String()
    description = String(description="Tells a seller what is meant; in English.")
    unit = MeasurementUnitsEnum()
    lowest = Decimal()
    highest = Decimal()
    value_required = Boolean()
    filterable_in_storefront = Boolean()
    is_variant = Boolean()
    external_reference = String()
    add_values = List(NonNull(AttributeValueCreateInput))
    remove_values = List(NonNull(ID))


class AttributeCreateInput(InputObjectType):
    """A new attribute."""

    name = String(required=True, description="In English.")
    slug = String()
    description = String(description="Tells a seller what is meant; in English.")
    input_type = AttributeInputTypeEnum(required=True)
    unit = MeasurementUnitsEnum()
    lowest = Decimal()
    highest = Decimal()
    value_required = Boolean()
    filterable_in_storefront = Boolean()
    is_variant = Boolean()
    external_reference = String()
    values = List(NonNull(AttributeValueCreateInput))


def _fields(given: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for argument, column in _FIELDS.items():
        if argument not in given or (given[argument] is None and argument in _KEEP_WITHOUT_VALUE):
            continue
        value = given[argument]
        fields[column] = (str(value) if value is not None else "") if argument in _TEXTS | {"input_type"} else value
    return fields


def _add(attribute: AttributeRow, values: Any) -> None:
    if len(values or ()) > MOST_VALUES:
        raise InputError(_("At most %(most)s can be named at once."), field="values", params={"most": MOST_VALUES})
    for each in values or ():
        create_value(attribute=attribute, **value_fields(each))


class AttributeCreate(Mutation):
    """Create an attribute, with its first values."""

    class Arguments:
        input = AttributeCreateInput(required=True)

    class Meta:
        access = STRUCTURE
        creates = True
        known_errors = errors.REFUSED

    attribute = Field(Attribute)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        attribute = create_attribute(**_fields(input))
        _add(attribute, input.get("values"))
        return {"attribute": attribute}


class AttributeUpdate(Mutation):
    """Change an attribute; add and remove values. Products that had picked a removed value no longer say it."""

    class Arguments:
        id = ID(required=True)
        input = AttributeUpdateInput(required=True)

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    attribute = Field(Attribute)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        attribute = update_attribute(attribute=the(AttributeRow, id), **_fields(input))
        for value in each_of(ValueRow, input.get("remove_values") or [], field="remove_values"):
            if value.attribute_id != attribute.pk:
                raise InputError(_("There is no such value."), field="remove_values", code="NOT_FOUND")
            delete_value(value=value)
        _add(attribute, input.get("add_values"))
        return {"attribute": attribute}


class AttributeDelete(Mutation):
    """Delete an attribute with its values and everything that products say with it."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STRUCTURE

    attribute = Field(Attribute)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        attribute = the(AttributeRow, id)
        delete_attribute(attribute=attribute)
        return {"attribute": attribute}
