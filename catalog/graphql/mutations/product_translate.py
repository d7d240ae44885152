"""``productTranslate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_product
from catalog.graphql.types.product import Product
from catalog.products.translate import FIELDS, translate_product
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Mutation, String


class ProductTranslationInput(InputObjectType):
    """What is left out stays as it is; an empty text removes the translation."""

    name = String()
    description = String()
    material = String()
    warnings = String()


class ProductTranslate(Mutation):
    """Store the texts in another language, without a new review. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = ProductTranslationInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        product = own_product(info, id)
        texts = {name: input[name] or "" for name in FIELDS if name in input}
        translate_product(product=product, language=str(language_code), texts=texts)
        return {"product": product}
