"""Menus: where the foot of every page leads, and other lists of places."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.seller_desk.categories import category_choices
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 12
DEEPEST = 2
"""The level whose entries have none below them."""


class SiteMenus(StaffPage):
    """All menus with their entries. The foot of every page shows the one whose address is ``footer``."""

    permissions = ("content.manage",)

    def variables(self) -> Variables:
        return self.page_wanted(PAGE_SIZE)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "shown": [{**menu, "entries": _flat(menu["items"])} for menu in _nodes(data["menus"])],
            "place_choices": [
                (f"{menu['id']} {entry['id']}".strip(), f"{menu['name']}{' › ' * bool(entry['name'])}{entry['name']}")
                for menu in _nodes(data["menus"])
                for entry in [{"id": "", "name": ""}, *(row for row in _flat(menu["items"]) if row["level"] < DEEPEST)]
            ],
            "page_choices": [("", ""), *((row["id"], row["title"]) for row in _nodes(data["pages"]))],
            "collection_choices": [("", ""), *((row["id"], row["name"]) for row in _nodes(data["collections"]))],
            "category_choices": [("", ""), *(category_choices(self.ask) or ())],
        }

    @action
    def create(self) -> HttpResponse:
        answer = {"name": self.form.text("name", required=True), "slug": self.form.text("slug")}
        self.change("MenuCreate", input=answer)
        return self.go(message=_("The menu is created."))

    @action
    def add(self) -> HttpResponse:
        menu, _space, parent = self.form.text("menu", required=True).partition(" ")
        answer: dict[str, Any] = {"menu": menu, "name": self.form.text("name", required=True)}
        if parent:
            answer["parent"] = parent
        for name in ("page", "category", "collection", "url"):
            if typed := self.form.text(name):
                answer[name] = typed
        self.change("MenuItemCreate", input=answer)
        return self.go(message=_("The entry is added."))

    @action
    def remove(self) -> HttpResponse:
        self.change("MenuItemDelete", id=self.form.text("item", required=True))
        return self.go(message=_("The entry is removed."))

    @action
    def delete(self) -> HttpResponse:
        self.change("MenuDelete", id=self.form.text("menu", required=True))
        return self.go(message=_("The menu is deleted."))


def _nodes(connection: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in connection["edges"]]


def _flat(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entries as they are read, each before those below it."""
    return [row for item in items for row in (item, *_flat(item.get("children") or []))]
