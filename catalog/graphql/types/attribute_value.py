"""Values in the API: one that can be picked, or what somebody said of a product in numbers or words.

Both are an ``AttributeValue``, as in Saleor. A parent is a row of the attribute's values or a row assigned to a product
or variant; either brings its attribute along.
"""

from collections.abc import Sequence
from typing import Any

from catalog.graphql.types.attribute_enums import AttributeInputTypeEnum
from catalog.graphql.types.value_texts import (
    Row,
    file_of,
    of_assigned,
    of_choice,
    own_words,
    picked,
    texts_of,
    without_markup,
)
from catalog.products.attributes.attribute import InputType
from catalog.products.attributes.attribute_value import FIELDS, SUBJECT
from i18n.graphql.localized import stored_translation, stored_translations, translation_type
from i18n.graphql.types.language import language_argument
from i18n.graphql.types.localized_text import LocalizedText
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    Date,
    DateTime,
    Decimal,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
    to_global_id,
)
from marketplace.graphql import attribute as read_attribute

AttributeValueTranslation = translation_type("AttributeValueTranslation", FIELDS)


class File(ObjectType):
    """An uploaded file."""

    class Meta:
        access = ANYONE

    url = Field(String, required=True)
    content_type = Field(String)
    name = Field(String, required=True, description="What its sender called it.")


def _attribute() -> Any:
    from catalog.graphql.types.attribute import Attribute  # the two types name each other

    return Attribute


class AttributeValueLocalized(ObjectType):
    """Texts in the language asked for, or the nearest there is."""

    class Meta:
        access = ANYONE

    name = Field(LocalizedText, required=True)


class AttributeValue(ObjectType):
    """A value that can be picked, or what is said of a product in numbers or words."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True, description="A picked value's in English; others as the reader writes them.")
    slug = Field(String, description="Of a value that can be picked.")
    attribute = Field(_attribute, required=True)
    input_type = Field(AttributeInputTypeEnum, required=True)
    localized = Field(AttributeValueLocalized, required=True, language_code=language_argument())
    translation = Field(AttributeValueTranslation, language_code=language_argument(required=True))
    translations = Field(NonNull(List(NonNull(AttributeValueTranslation))))
    external_reference = Field(String)
    value = Field(String, description="A swatch's colour, such as #b23a24.")
    file = Field(File, description="A swatch's picture, or the file that was given.")
    numeric = Field(Decimal, description="In the attribute's unit.")
    boolean = Field(Boolean)
    date = Field(Date)
    date_time = Field(DateTime, description="Always null: answers are dates.")
    plain_text = Field(String, description="In the language of the request or the nearest there is.")
    rich_text = Field(String, description="Sanitised HTML, in the language of the request or the nearest there is.")

    resolve_attribute = related("attribute")
    resolve_slug = of_choice("slug")
    resolve_external_reference = of_choice("external_reference")
    resolve_value = of_choice("swatch_color")
    resolve_numeric = of_assigned("number")
    resolve_boolean = of_assigned("boolean")
    resolve_date = of_assigned("date")
    resolve_input_type = read_attribute("attribute.input_type")
    resolve_translation = stored_translation(SUBJECT, FIELDS, pk=lambda row: _key(row))
    resolve_translations = stored_translations(SUBJECT, FIELDS, pk=lambda row: _key(row))

    @staticmethod
    @batch
    def resolve_id(rows: Sequence[Row], info: Any) -> list[str]:
        return [
            to_global_id("AttributeValue", choice.pk)
            if (choice := picked(row))
            else to_global_id(type(row).__name__, row.pk)
            for row in rows
        ]

    @staticmethod
    @batch
    def resolve_name(rows: Sequence[Row], info: Any) -> list[str]:
        free = [row for row in rows if picked(row) is None]
        texts = iter(texts_of(free, info.context.language) if free else ())
        return [choice.name if (choice := picked(row)) else without_markup(next(texts)).text for row in rows]

    @staticmethod
    @batch
    def resolve_localized(rows: Sequence[Row], info: Any, language_code: Any = None) -> list[dict[str, Any]]:
        texts = texts_of(rows, str(language_code or info.context.language))
        return [
            {"name": without_markup(text) if row.attribute.input_type == InputType.RICH_TEXT else text}
            for row, text in zip(rows, texts, strict=True)
        ]

    @staticmethod
    @batch
    def resolve_date_time(rows: Sequence[Row], info: Any) -> list[None]:
        return [None] * len(rows)

    @staticmethod
    @batch
    def resolve_file(rows: Sequence[Row], info: Any) -> list[dict[str, str | None] | None]:
        return [file_of(row) for row in rows]

    @staticmethod
    @batch
    def resolve_plain_text(rows: Sequence[Row], info: Any) -> list[str | None]:
        return _words(rows, info, InputType.PLAIN_TEXT)

    @staticmethod
    @batch
    def resolve_rich_text(rows: Sequence[Row], info: Any) -> list[str | None]:
        return _words(rows, info, InputType.RICH_TEXT)


def _words(rows: Sequence[Row], info: Any, input_type: str) -> list[str | None]:
    words = own_words([row for row in rows if row.attribute.input_type == input_type], info.context.language)
    found = iter(range(len(rows)))
    return [
        words[place].text if row.attribute.input_type == input_type and (place := next(found)) in words else None
        for row in rows
    ]


def _key(row: Row) -> int:
    """Only values to pick have translations of this kind; what is said freely has no stored name."""
    choice = picked(row)
    return 0 if choice is None else choice.pk
