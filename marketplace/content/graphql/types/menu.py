"""Menus in the API."""

from typing import Any

from catalog.graphql.types.category import Category
from catalog.graphql.types.collection import Collection
from catalog.models import Collection as CollectionRow
from catalog.models import CollectionChannelListing
from i18n.graphql.localized import (
    localized_texts,
    localized_type,
    stored_translation,
    stored_translations,
    translation_type,
)
from i18n.graphql.types.language import language_argument
from marketplace.content.graphql.access import visible_pages
from marketplace.content.graphql.types.page import Page
from marketplace.content.menu import FIELDS, SUBJECT
from marketplace.content.menu import MenuItem as ItemRow
from marketplace.graphql import (
    ANYONE,
    ID,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    listed,
    related,
)

MenuItemLocalized = localized_type("MenuItemLocalized", required=["name"])
MenuItemTranslation = translation_type("MenuItemTranslation", FIELDS)


def _shown_collections(info: Any) -> Any:
    """Those that some market shows: a menu is the same in all of them."""
    shown = CollectionChannelListing.objects.filter(is_published=True).values("collection_id")
    return CollectionRow.objects.filter(pk__in=shown)


class MenuItem(ObjectType):
    """An entry of a menu: a name and at most one place."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True, description="In English; see localized.")
    level = Field(Int, required=True, description="0 for an entry of the menu itself, at most 2.")
    sort_order = Field(Int, required=True)
    url = Field(String, description="A place of this site; null where it leads elsewhere or nowhere.")
    page = Field(Page, description="Null unless it is published.")
    category = Field(Category)
    collection = Field(Collection, description="Null unless some market shows it.")
    children = Field(NonNull(List(NonNull(lambda: MenuItem))), size=5)
    localized = Field(MenuItemLocalized, required=True, language_code=language_argument())
    translation = Field(MenuItemTranslation, language_code=language_argument(required=True))
    translations = Field(NonNull(List(NonNull(MenuItemTranslation))))

    resolve_page = related("page", queryset=visible_pages)
    resolve_category = related("category")
    resolve_collection = related("collection", queryset=_shown_collections)
    resolve_children = listed(
        lambda items: ItemRow.objects.filter(parent__in=items).order_by("sort_order", "pk"), by="parent_id"
    )
    resolve_localized = localized_texts(SUBJECT, FIELDS, source_language=lambda row: "en")
    resolve_translation = stored_translation(SUBJECT, FIELDS)
    resolve_translations = stored_translations(SUBJECT, FIELDS)

    @staticmethod
    @batch
    def resolve_url(items: list[ItemRow], info: Any) -> list[str | None]:
        return [item.url or None for item in items]


class Menu(ObjectType):
    """A list of places."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True)
    slug = Field(String, required=True)
    items = Field(NonNull(List(NonNull(MenuItem))), size=10)

    resolve_items = listed(
        lambda menus: ItemRow.objects.filter(menu__in=menus, parent=None).order_by("sort_order", "pk"), by="menu_id"
    )


MenuCountableConnection = connection_type(Menu)
