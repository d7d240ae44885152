"""``productAttributeTranslate`` and ``productVariantAttributeTranslate``: a seller's own words in another language."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_product, own_variant
from catalog.graphql.structure_access import the
from catalog.graphql.types.product import Product
from catalog.graphql.types.product_variant import ProductVariant
from catalog.models import Attribute as AttributeRow
from catalog.products.attributes.translate_answer import translate_answer
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation, String


class ProductAttributeTranslate(Mutation):
    """Store a product's text for an attribute in another language; empty removes it. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        attribute = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        text = String(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, id: str, attribute: str, language_code: Any, text: str) -> dict[str, Any]:
        product = own_product(info, id)
        named = the(AttributeRow, attribute, field="attribute")
        translate_answer(target=product, attribute=named, language=str(language_code), text=text)
        return {"product": product}


class ProductVariantAttributeTranslate(Mutation):
    """Store a variant's text for an attribute in another language; empty removes it. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        attribute = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        text = String(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    product_variant = Field(ProductVariant)

    @classmethod
    def perform(cls, info: Any, *, id: str, attribute: str, language_code: Any, text: str) -> dict[str, Any]:
        variant = own_variant(info, id)
        named = the(AttributeRow, attribute, field="attribute")
        translate_answer(target=variant, attribute=named, language=str(language_code), text=text)
        return {"product_variant": variant}
