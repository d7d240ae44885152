"""Attributes in the API, and what a product says with them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from catalog.graphql.types.attribute_enums import AttributeInputTypeEnum, MeasurementUnitsEnum
from catalog.graphql.types.attribute_value import AttributeValue
from catalog.models import Attribute as AttributeRow
from catalog.models import AttributeValue as ValueRow
from catalog.products.attributes.attribute import FIELDS, SUBJECT, WITH_CHOICES
from catalog.products.attributes.show import unit_name
from i18n.graphql.localized import (
    localized_texts,
    localized_type,
    stored_translation,
    stored_translations,
    translation_type,
)
from i18n.graphql.types.language import language_argument
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    ConnectionField,
    Decimal,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    related_connection,
)

AttributeLocalized = localized_type("AttributeLocalized", required=["name"], optional=["description"])
AttributeTranslation = translation_type("AttributeTranslation", FIELDS)
AttributeValueCountableConnection = connection_type(AttributeValue)


def _choices(info: Any, search: str | None = None) -> QuerySet[ValueRow]:
    rows = ValueRow.objects.select_related("attribute").order_by("sort_order", "pk")
    return rows.filter(name__icontains=search[:100]) if search else rows


class Attribute(ObjectType):
    """A question that can be asked of products; its own texts are English."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    slug = Field(String, required=True)
    name = Field(String, required=True, description="In English; see localized.")
    description = Field(String, required=True, description="Tells a seller what is meant; in English.")
    localized = Field(AttributeLocalized, required=True, language_code=language_argument())
    translation = Field(AttributeTranslation, language_code=language_argument(required=True))
    translations = Field(NonNull(List(NonNull(AttributeTranslation))))
    input_type = Field(AttributeInputTypeEnum, required=True)
    unit = Field(MeasurementUnitsEnum)
    unit_name = Field(String, description="The unit in the language of the request, such as cm.")
    lowest = Field(Decimal, description="The least number that is taken, in the unit.")
    highest = Field(Decimal)
    with_choices = Field(Boolean, required=True, description="Whether it is answered by picking values.")
    choices = ConnectionField(AttributeValueCountableConnection, search=String(description="Part of the English name."))
    value_required = Field(Boolean, required=True)
    filterable_in_storefront = Field(Boolean, required=True)
    is_variant = Field(Boolean, required=True, description="It tells variants of one product apart.")
    external_reference = Field(String, description="Its handle in the taxonomy it comes from.")

    resolve_localized = localized_texts(SUBJECT, FIELDS, source_language=lambda row: "en")
    resolve_translation = stored_translation(SUBJECT, FIELDS)
    resolve_translations = stored_translations(SUBJECT, FIELDS)
    resolve_filterable_in_storefront = attribute("is_filterable")
    resolve_choices = related_connection(_choices, by="attribute_id")

    @staticmethod
    @batch
    def resolve_unit(rows: Sequence[AttributeRow], info: Any) -> list[str | None]:
        return [row.unit or None for row in rows]

    @staticmethod
    @batch
    def resolve_unit_name(rows: Sequence[AttributeRow], info: Any) -> list[str | None]:
        return [unit_name(row.unit, info.context.language) if row.unit else None for row in rows]

    @staticmethod
    @batch
    def resolve_with_choices(rows: Sequence[AttributeRow], info: Any) -> list[bool]:
        return [row.input_type in WITH_CHOICES for row in rows]


AttributeCountableConnection = connection_type(Attribute)


class SelectedAttribute(ObjectType):
    """An attribute with what is said; without values where its type asks and nobody has answered."""

    class Meta:
        access = ANYONE

    attribute = Field(Attribute, required=True)
    values = Field(NonNull(List(NonNull(AttributeValue))), size=2)
    variant_selection = Field(Boolean, required=True, description="Buyers choose a variant by it.")


class FillableAttribute(ObjectType):
    """An attribute that the seller may answer."""

    class Meta:
        access = ANYONE

    attribute = Field(Attribute, required=True)
    required = Field(Boolean, required=True)
    by_type = Field(Boolean, required=True, description="Asked by the product type; if not, suggested by the category.")
    variant_selection = Field(Boolean, required=True)


class AssignedVariantAttribute(ObjectType):
    """An attribute that a type asks of variants."""

    class Meta:
        access = ANYONE

    attribute = Field(Attribute, required=True)
    variant_selection = Field(Boolean, required=True)
