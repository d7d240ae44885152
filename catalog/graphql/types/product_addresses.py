"""A product's addresses in the API."""

from typing import Any

from catalog.models import Product as ProductRow
from catalog.products.addresses import SUBJECT
from i18n.graphql.types.language import language_argument
from i18n.graphql.types.localized_slug import LocalizedSlug
from i18n.languages import LANGUAGES
from i18n.slugs.find import current_slugs, slug_for
from marketplace.graphql import ANYONE, Field, List, NonNull, ObjectType, String, batch

_SLUGS = "api_slugs"


class AddressesOfProduct(ObjectType):
    """``slug`` is the product's for ever; the others follow its names. All of them lead to it."""

    class Meta:
        access = ANYONE

    slug = Field(String, required=True, description="The one it was created with; it never changes.")
    localized_slug = Field(
        String,
        required=True,
        language_code=language_argument(),
        description="The address of its page in a language.",
    )
    localized_slugs = Field(
        NonNull(List(NonNull(LocalizedSlug))),
        size=len(LANGUAGES),
        description="The same in each of the marketplace's languages.",
    )

    @staticmethod
    @batch
    def resolve_localized_slug(products: list[ProductRow], info: Any, language_code: Any = None) -> list[str]:
        language = str(language_code or info.context.language)
        return [
            slug_for(language, current, own=product.slug, own_language=product.source_language)
            for product, current in zip(products, _current(products), strict=True)
        ]

    @staticmethod
    @batch
    def resolve_localized_slugs(products: list[ProductRow], info: Any) -> list[list[dict[str, str]]]:
        return [
            [
                {
                    "language": code,
                    "slug": slug_for(code, current, own=product.slug, own_language=product.source_language),
                }
                for code in LANGUAGES
            ]
            for product, current in zip(products, _current(products), strict=True)
        ]


def _current(products: list[ProductRow]) -> list[dict[str, str]]:
    """The slugs of each product by language, read once and kept on the rows."""
    waiting = [product for product in products if not hasattr(product, _SLUGS)]
    if waiting:
        found = current_slugs(SUBJECT, [product.pk for product in waiting])
        for product in waiting:
            setattr(product, _SLUGS, found[product.pk])
    return [getattr(product, _SLUGS) for product in products]
