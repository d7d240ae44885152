"""Menus: where the foot of every page leads, and other lists of places."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class SiteMenus(StaffPage):
    """All menus with their entries. The foot of every page shows the one whose address is ``footer``."""

    permissions = ("content.manage",)

    def variables(self) -> Variables:
        return {}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "menu_choices": [(edge["node"]["id"], edge["node"]["name"]) for edge in data["menus"]["edges"]],
            "page_choices": [
                ("", ""),
                *((edge["node"]["id"], edge["node"]["title"]) for edge in data["pages"]["edges"]),
            ],
        }

    @action
    def create(self) -> HttpResponse:
        answer = {"name": self.form.text("name", required=True), "slug": self.form.text("slug")}
        self.change("MenuCreate", input=answer)
        return self.go(message=_("The menu is created."))

    @action
    def add(self) -> HttpResponse:
        answer: dict[str, Any] = {"menu": self.form.text("menu"), "name": self.form.text("name", required=True)}
        for name in ("page", "url"):
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
