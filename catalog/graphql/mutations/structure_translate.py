"""``categoryTranslate``, ``attributeTranslate``, ``attributeValueTranslate``, ``productTypeTranslate`` and
``collectionTranslate``: what the marketplace names in English, in another language."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.structure_access import STRUCTURE, the
from catalog.graphql.types.attribute import Attribute
from catalog.graphql.types.attribute_value import AttributeValue
from catalog.graphql.types.category import Category
from catalog.graphql.types.collection import Collection
from catalog.graphql.types.product_type import ProductType
from catalog.models import Attribute as AttributeRow
from catalog.models import AttributeValue as ValueRow
from catalog.models import Category as CategoryRow
from catalog.models import Collection as CollectionRow
from catalog.models import ProductType as ProductTypeRow
from catalog.products.translate_structure import translate_structure
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, Field, InputObjectType, Mutation, String


class NameTranslationInput(InputObjectType):
    """What is left out stays as it is; an empty text removes the translation."""

    name = String()


class TranslationInput(NameTranslationInput):
    """What is left out stays as it is; an empty text removes the translation."""

    description = String()


def _translated(model: Any, info: Any, id: str, language_code: Any, given: Any) -> Any:
    row = the(model, id)
    texts = {name: given[name] or "" for name in ("name", "description") if name in given}
    by = f"user:{info.context.actor.pk}"
    translate_structure(row=row, language=str(language_code), texts=texts, translator=by)
    return row


class CategoryTranslate(Mutation):
    """Store a category's texts in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = TranslationInput(required=True)

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    category = Field(Category)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        return {"category": _translated(CategoryRow, info, id, language_code, input)}


class AttributeTranslate(Mutation):
    """Store an attribute's texts in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = TranslationInput(required=True)

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    attribute = Field(Attribute)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        return {"attribute": _translated(AttributeRow, info, id, language_code, input)}


class AttributeValueTranslate(Mutation):
    """Store a value's name in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = NameTranslationInput(required=True)

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    attribute_value = Field(AttributeValue)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        return {"attribute_value": _translated(ValueRow, info, id, language_code, input)}


class ProductTypeTranslate(Mutation):
    """Store a product type's name in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = NameTranslationInput(required=True)

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    product_type = Field(ProductType)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        return {"product_type": _translated(ProductTypeRow, info, id, language_code, input)}


class CollectionTranslate(Mutation):
    """Store a collection's texts in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = TranslationInput(required=True)

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    collection = Field(Collection)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        return {"collection": _translated(CollectionRow, info, id, language_code, input)}
