"""``menuCreate``, ``-Update``, ``-Delete`` and the same of its entries."""

from typing import Any

from catalog.models import Category, Collection
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.content import menus
from marketplace.content.graphql.access import CONTENT, REFUSED, the
from marketplace.content.graphql.types.menu import Menu, MenuItem
from marketplace.content.menu import Menu as MenuRow
from marketplace.content.menu import MenuItem as ItemRow
from marketplace.content.page import Page
from marketplace.graphql import ID, Boolean, Field, InputObjectType, Int, Mutation, String


class MenuInput(InputObjectType):
    """What is left out stays as it is."""

    name = String()
    slug = String()
    replaces = Boolean(description="Take the slug from the menu that has it; that one keeps its entries at another.")


class MenuCreateInput(InputObjectType):
    """A new menu."""

    name = String(required=True)
    slug = String()


class MenuItemInput(InputObjectType):
    """What is left out stays as it is. One of page, category, collection and url."""

    name = String(description="In English.")
    page = ID()
    category = ID()
    collection = ID()
    url = String(description="A place of this site, such as /en/eu/fairs.")
    sort_order = Int()


class MenuItemCreateInput(MenuItemInput):
    """A new entry."""

    menu = ID(required=True)
    parent = ID()
    name = String(required=True, description="In English.")


class MenuItemTranslationInput(InputObjectType):
    """An empty name removes the translation."""

    name = String(required=True)


def _fields(given: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {name: given[name] or "" for name in ("name", "url") if name in given}
    for name, model in (("page", Page), ("category", Category), ("collection", Collection)):
        if name in given:
            fields[name] = the(model, given[name], field=name) if given[name] else None
    if given.get("sort_order") is not None:
        fields["sort_order"] = given["sort_order"]
    return fields


class MenuCreate(Mutation):
    """Make a menu."""

    class Arguments:
        input = MenuCreateInput(required=True)

    class Meta:
        access = CONTENT
        creates = True
        known_errors = REFUSED

    menu = Field(Menu)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        return {"menu": menus.create_menu(name=input["name"], slug=input.get("slug") or "")}


class MenuUpdate(Mutation):
    """Rename a menu, or put it in another one's place."""

    class Arguments:
        id = ID(required=True)
        input = MenuInput(required=True)

    class Meta:
        access = CONTENT
        known_errors = REFUSED

    menu = Field(Menu)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        replaces = bool(input.get("replaces"))
        names = {name: input.get(name) for name in ("name", "slug")}
        return {"menu": menus.update_menu(menu=the(MenuRow, id), replaces=replaces, **names)}


class MenuDelete(Mutation):
    """Delete a menu with everything in it."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = CONTENT

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        menus.delete_menu(menu=the(MenuRow, id))
        return {}


class MenuItemCreate(Mutation):
    """Add an entry at the end of a menu, or of those below another entry."""

    class Arguments:
        input = MenuItemCreateInput(required=True)

    class Meta:
        access = CONTENT
        creates = True
        known_errors = REFUSED

    menu_item = Field(MenuItem)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        menu = the(MenuRow, input["menu"], field="menu")
        parent = the(ItemRow, input["parent"], field="parent") if input.get("parent") else None
        return {"menu_item": menus.add_item(menu=menu, parent=parent, **_fields(input))}


class MenuItemUpdate(Mutation):
    """Change an entry."""

    class Arguments:
        id = ID(required=True)
        input = MenuItemInput(required=True)

    class Meta:
        access = CONTENT
        known_errors = REFUSED

    menu_item = Field(MenuItem)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"menu_item": menus.update_item(item=the(ItemRow, id), **_fields(input))}


class MenuItemDelete(Mutation):
    """Delete an entry and those below it."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = CONTENT

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        menus.delete_item(item=the(ItemRow, id))
        return {}


class MenuItemTranslate(Mutation):
    """Store an entry's name in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = MenuItemTranslationInput(required=True)

    class Meta:
        access = CONTENT
        known_errors = REFUSED

    menu_item = Field(MenuItem)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        item = the(ItemRow, id)
        by = f"user:{info.context.actor.pk}"
        menus.translate_item(item=item, language=str(language_code), name=input["name"] or "", translator=by)
        return {"menu_item": item}
