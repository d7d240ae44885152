"""Search in the API: found products with everything that helps to find better, and completions while one types."""

from typing import Any

from catalog.graphql.in_channel import channel_named, put_in_channel
from catalog.graphql.product_filter import ProductFilterInput, ProductOrder, request_of
from catalog.graphql.products import searched
from catalog.graphql.types.category import Category
from catalog.graphql.types.product import Product
from catalog.graphql.types.product_connection import ProductSearchConnection, SearchedPage
from catalog.models import Category as CategoryRow
from catalog.models import Product as ProductRow
from catalog.search.autocomplete import Completions, autocomplete
from catalog.search.suggest import suggest
from i18n.graphql.types.language import language_argument
from marketplace.graphql import (
    ANYONE,
    Boolean,
    ConnectionField,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
)
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.models import Seller as SellerRow


class ProductCompletion(ObjectType):
    """A product that may be meant."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True, description="In the reader's language.")
    product = Field(Product, required=True)


class CategoryCompletion(ObjectType):
    """A category that may be meant, in which something is shown in the channel."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True, description="In the reader's language.")
    count = Field(Int, required=True, description="How many products it leads to.")
    category = Field(Category, required=True)


class SellerCompletion(ObjectType):
    """A seller that may be meant, of whom something is shown in the channel."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True, description="In the reader's language.")
    count = Field(Int, required=True, description="How many products it leads to.")
    seller = Field(Seller, required=True)


class SearchAutocomplete(ObjectType):
    """What the first letters of something may become."""

    class Meta:
        access = ANYONE

    products = Field(NonNull(List(NonNull(ProductCompletion))), size=8)
    categories = Field(NonNull(List(NonNull(CategoryCompletion))), size=5)
    sellers = Field(NonNull(List(NonNull(SellerCompletion))), size=5)
    phrases = Field(
        NonNull(List(NonNull(String))), size=5, description="Words that begin so in several products' names."
    )
    degraded = Field(Boolean, required=True, description="The index is out of reach: only products' names are known.")


class SearchQueries(ObjectType):
    """Finding products."""

    product_search = ConnectionField(
        ProductSearchConnection,
        channel=String(required=True, description="The market's slug."),
        search=String(
            description=(
                "Words in any of the marketplace's languages, with or without marks and endings; or an article "
                "number, a bar code or a tariff code."
            )
        ),
        filter=ProductFilterInput(),
        sort_by=ProductOrder(),
        language_code=language_argument(),
        access=ANYONE,
        description=(
            "What the public sees in the channel, with facets. Best match first, or without words the newest. Cursors "
            "stay good to any depth whatever is written meanwhile; before needs last."
        ),
    )
    autocomplete = Field(
        SearchAutocomplete,
        required=True,
        channel=String(required=True),
        search=String(required=True, description="What was typed so far; two letters, or one character of CJK."),
        language_code=language_argument(),
        access=ANYONE,
        cost=5,
    )
    search_suggestions = Field(
        NonNull(List(NonNull(String))),
        channel=String(required=True),
        prefix=String(required=True),
        language_code=language_argument(),
        access=ANYONE,
        description="Up to eight names of categories and visible products that what was typed may lead to.",
    )

    @staticmethod
    def resolve_product_search(
        root: Any,
        info: Any,
        channel: str,
        search: str | None = None,
        filter: Any = None,
        sort_by: Any = None,
        language_code: Any = None,
        **paging: Any,
    ) -> SearchedPage:
        market, wanted = channel_named(info, channel), filter or {}
        if market is None:
            return SearchedPage()
        text = search or wanted.get("search") or ""
        request = request_of(info, market, wanted, text, sort_by, language=_language(info, language_code))
        return searched(request, market, paging)

    @staticmethod
    def resolve_autocomplete(root: Any, info: Any, channel: str, search: str, language_code: Any = None) -> Any:
        market = channel_named(info, channel)
        language = _language(info, language_code)
        found = (
            autocomplete(channel=channel, text=search, language=language, now=info.context.now)
            if market is not None
            else Completions()
        )
        return {
            "products": _with_rows(ProductRow, "product", found.products, market),
            "categories": _with_rows(CategoryRow, "category", found.categories, market),
            "sellers": _with_rows(SellerRow, "seller", found.sellers, market),
            "phrases": list(found.phrases),
            "degraded": found.degraded,
        }

    @staticmethod
    def resolve_search_suggestions(
        root: Any, info: Any, channel: str, prefix: str, language_code: Any = None
    ) -> list[str]:
        if channel_named(info, channel) is None:
            return []
        language = _language(info, language_code)
        return suggest(channel=channel, prefix=prefix, language=language, now=info.context.now)


def _language(info: Any, asked: Any) -> str:
    return str(asked or info.context.language)


def _with_rows(model: Any, name: str, completions: Any, market: Any) -> list[dict[str, Any]]:
    rows = model._default_manager.in_bulk([each.id for each in completions])
    put_in_channel(rows.values(), market)
    return [{"name": each.name, "count": each.count, name: rows[each.id]} for each in completions if each.id in rows]
