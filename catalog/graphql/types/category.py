"""Categories in the API."""

from collections.abc import Sequence
from typing import Any

from catalog.graphql.types.attribute import Attribute
from catalog.graphql.types.category_products import products_of_categories
from catalog.graphql.types.media import SIZED
from catalog.graphql.types.page_texts import (
    SearchEngineTexts,
    all_with_page_fields,
    one_slug,
    page_fields,
    with_page_fields,
)
from catalog.models import Category as CategoryRow
from catalog.products.attributes.suggested import suggested_by
from catalog.products.category import FIELDS, SUBJECT
from catalog.products.category_tree import lineages
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
    Argument,
    Boolean,
    ConnectionField,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    related,
    related_list,
)
from marketplace.sellers.graphql.types.image import Image

CategoryLocalized = localized_type("CategoryLocalized", required=["name"], optional=["description"])
CategoryTranslation = translation_type("CategoryTranslation", FIELDS, **page_fields())


def _product_page() -> Any:
    from catalog.graphql.types.product_connection import ProductCountableConnection  # products name their category

    return ProductCountableConnection


def _later(name: str) -> Argument:
    """An input type that stands above products, which name their category."""

    def read() -> Any:
        from catalog.graphql import product_filter

        return getattr(product_filter, name)

    return Argument(read)


class Category(SearchEngineTexts, ObjectType):
    """A node of the category tree of up to eight levels; its own texts are English."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    slug = Field(String, required=True)
    name = Field(String, required=True, description="In English; see localized.")
    description = Field(String, required=True, description="In English; see localized.")
    level = Field(Int, required=True, description="0 for a root, at most 7.")
    sort_order = Field(Int, required=True, description="Its place among its neighbours; the lowest comes first.")
    external_reference = Field(String, description="Its id in the taxonomy it comes from.")
    parent = Field(lambda: Category)
    ancestors = Field(NonNull(List(NonNull(lambda: Category))), size=7, description="From the root to the parent.")
    localized = Field(CategoryLocalized, required=True, language_code=language_argument())
    translation = Field(CategoryTranslation, language_code=language_argument(required=True))
    translations = Field(NonNull(List(NonNull(CategoryTranslation))))
    children = Field(
        NonNull(List(NonNull(lambda: Category))), first=Int(description="At most this many."), description="Below it."
    )
    has_children = Field(Boolean, required=True)
    attributes = Field(
        NonNull(List(NonNull(Attribute))),
        size=15,
        description="What it suggests to sellers: its own list, or that of the nearest category above that has one.",
    )
    background_image = Field(
        Image, args=dict(SIZED), description="Always null: categories have no picture of their own."
    )
    products = ConnectionField(
        _product_page,
        channel=String(required=True),
        filter=_later("ProductFilterInput"),
        sort_by=_later("ProductOrder"),
        where=_later("ProductWhereInput"),
        description="What the public sees in the channel and of all below it; newest first unless said.",
    )

    resolve_parent = related("parent")
    resolve_localized = localized_texts(SUBJECT, FIELDS, source_language=lambda row: "en")
    resolve_translation = with_page_fields(stored_translation(SUBJECT, FIELDS), "Category", one_slug)
    resolve_translations = all_with_page_fields(stored_translations(SUBJECT, FIELDS), "Category", one_slug)
    resolve_products = products_of_categories
    resolve_children = related_list(
        lambda info, **args: CategoryRow.objects.order_by("sort_order", "name", "pk"), by="parent_id", first="first"
    )

    @staticmethod
    @batch
    def resolve_background_image(
        categories: Sequence[CategoryRow], info: Any, size: int | None = None, format: Any = None
    ) -> list[None]:
        return [None] * len(categories)

    @staticmethod
    @batch
    def resolve_ancestors(categories: Sequence[CategoryRow], info: Any) -> list[list[CategoryRow]]:
        paths = lineages(category.pk for category in categories)
        rows = CategoryRow.objects.in_bulk({ancestor for path in paths.values() for ancestor in path[1:]})
        return [[rows[each] for each in reversed(paths[category.pk][1:])] for category in categories]

    @staticmethod
    @batch
    def resolve_has_children(categories: Sequence[CategoryRow], info: Any) -> list[bool]:
        keys = [category.pk for category in categories]
        parents = set(CategoryRow.objects.filter(parent_id__in=keys).order_by().values_list("parent_id", flat=True))
        return [key in parents for key in keys]

    @staticmethod
    @batch
    def resolve_attributes(categories: Sequence[CategoryRow], info: Any) -> list[list[Any]]:
        found = suggested_by(category.pk for category in categories)
        return [found.get(category.pk, []) for category in categories]


CategoryCountableConnection = connection_type(Category)
