"""``assignedAttributes``: what is said of a product by the kind of its answer, as newer clients of Saleor ask."""

from collections.abc import Callable, Sequence
from typing import Any

from catalog.graphql.types.attribute import Attribute
from catalog.graphql.types.attribute_value import AttributeValue, File
from catalog.graphql.types.product_attributes import of_products
from catalog.graphql.types.value_texts import file_of, texts_of, without_markup
from catalog.models import Product
from catalog.products.attributes.attribute import InputType
from catalog.products.attributes.values_of import SelectedAttribute as Selected
from i18n.graphql.types.language import language_argument
from marketplace.graphql import (
    ANYONE,
    Boolean,
    Date,
    Decimal,
    Field,
    Int,
    Interface,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
)
from marketplace.graphql.engine.protocol import BATCH

_MOST = 100


class AssignedAttribute(Interface):
    """An attribute with what is said; which type it has follows from how the attribute is answered."""

    attribute = Field(Attribute, required=True)

    @classmethod
    def resolve_type(cls, selected: Selected, info: Any) -> type[ObjectType]:
        return _TYPES[selected.attribute.input_type]


def _first(selected: Selected) -> Any:
    return selected.values[0] if selected.values else None


def _of_first(read: Callable[[Any], Any]) -> Any:
    return batch(lambda rows, info: [None if (row := _first(each)) is None else read(row) for each in rows])


def _texts(rows: Sequence[Selected], language: str, *, exactly: bool) -> list[str | None]:
    """The first answer of each; with ``exactly`` null where it is not written in that language."""
    answered = [row for row in map(_first, rows) if row is not None]
    texts = iter(texts_of(answered, language) if answered else ())
    found: list[str | None] = []
    for each in rows:
        text = next(texts) if each.values else None
        plain = text and (without_markup(text) if each.attribute.input_type == InputType.RICH_TEXT else text)
        found.append(plain.text if plain and (not exactly or plain.language == language) else None)
    return found


class AssignedChoiceAttributeValue(ObjectType):
    """A value that was picked."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True)
    slug = Field(String)
    translation = Field(String, language_code=language_argument(required=True), description="Null without one.")

    resolve_name = AttributeValue.resolve_name
    resolve_slug = AttributeValue.resolve_slug

    @staticmethod
    @batch
    def resolve_translation(rows: Sequence[Any], info: Any, language_code: Any) -> list[str | None]:
        stored = getattr(AttributeValue.resolve_translation, BATCH)(rows, info, language_code=language_code)
        return [text and text.get("name") for text in stored]


class _Answered(ObjectType):
    class Meta:
        access = ANYONE

    attribute = Field(Attribute, required=True)


class AssignedBooleanAttribute(_Answered):
    """Yes or no."""

    class Meta:
        access = ANYONE
        interfaces = (AssignedAttribute,)

    value = Field(Boolean)
    resolve_value = _of_first(lambda row: row.boolean)


class AssignedNumericAttribute(_Answered):
    """A number in the attribute's unit."""

    class Meta:
        access = ANYONE
        interfaces = (AssignedAttribute,)

    value = Field(Decimal)
    resolve_value = _of_first(lambda row: row.number)


class AssignedDateAttribute(_Answered):
    """A day."""

    class Meta:
        access = ANYONE
        interfaces = (AssignedAttribute,)

    value = Field(Date)
    resolve_value = _of_first(lambda row: row.date)


class AssignedFileAttribute(_Answered):
    """A file."""

    class Meta:
        access = ANYONE
        interfaces = (AssignedAttribute,)

    value = Field(File)
    resolve_value = _of_first(file_of)


class AssignedPlainTextAttribute(_Answered):
    """A text, without markup."""

    class Meta:
        access = ANYONE
        interfaces = (AssignedAttribute,)

    value = Field(String, description="In the language of the request or the nearest there is.")
    translation = Field(String, language_code=language_argument(required=True), description="Null without one.")

    @staticmethod
    @batch
    def resolve_value(rows: Sequence[Selected], info: Any) -> list[str | None]:
        return _texts(rows, info.context.language, exactly=False)

    @staticmethod
    @batch
    def resolve_translation(rows: Sequence[Selected], info: Any, language_code: Any) -> list[str | None]:
        return _texts(rows, str(language_code), exactly=True)


class AssignedSingleChoiceAttribute(_Answered):
    """A value that was picked."""

    class Meta:
        access = ANYONE
        interfaces = (AssignedAttribute,)

    value = Field(AssignedChoiceAttributeValue)
    resolve_value = _of_first(lambda row: row)


class AssignedMultiChoiceAttribute(_Answered):
    """Values that were picked."""

    class Meta:
        access = ANYONE
        interfaces = (AssignedAttribute,)

    value = Field(List(NonNull(AssignedChoiceAttributeValue)), required=True, size=3)
    resolve_value = batch(lambda rows, info: [list(each.values) for each in rows])


_TYPES: dict[str, type[ObjectType]] = {
    InputType.DROPDOWN: AssignedSingleChoiceAttribute,
    InputType.SWATCH: AssignedSingleChoiceAttribute,
    InputType.MULTISELECT: AssignedMultiChoiceAttribute,
    InputType.BOOLEAN: AssignedBooleanAttribute,
    InputType.NUMERIC: AssignedNumericAttribute,
    InputType.DATE: AssignedDateAttribute,
    InputType.FILE: AssignedFileAttribute,
    InputType.PLAIN_TEXT: AssignedPlainTextAttribute,
    InputType.RICH_TEXT: AssignedPlainTextAttribute,
}
ASSIGNED_TYPES = tuple(dict.fromkeys(_TYPES.values()))


class AssignedOfProduct(ObjectType):
    """What is said of a product, typed by the kind of the answer."""

    class Meta:
        access = ANYONE

    assigned_attributes = Field(
        List(NonNull(AssignedAttribute)),
        required=True,
        limit=Int(description="At most this many; 100 unless said."),
        size=10,
        description="The same as attributes.",
    )
    assigned_attribute = Field(AssignedAttribute, slug=String(required=True), description="The attribute of a slug.")

    @staticmethod
    @batch
    def resolve_assigned_attributes(
        products: list[Product], info: Any, limit: int | None = None
    ) -> list[list[Selected]]:
        most = _MOST if limit is None else max(0, min(limit, _MOST))
        return [found[:most] for found in _read(products, info)]

    @staticmethod
    @batch
    def resolve_assigned_attribute(products: list[Product], info: Any, slug: str) -> list[Selected | None]:
        return [next((each for each in own if each.attribute.slug == slug), None) for own in _read(products, info)]


def _read(products: list[Product], info: Any) -> list[list[Selected]]:
    """Once per request and product, however many attributes are asked for by name."""
    kept: dict[int, list[Selected]] = info.context.cache.setdefault("catalog.assigned", {})
    missing = [product for product in products if product.pk not in kept]
    if missing:
        kept.update(zip((product.pk for product in missing), of_products(missing, info), strict=True))
    return [kept[product.pk] for product in products]
