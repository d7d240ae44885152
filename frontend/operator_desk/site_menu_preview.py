"""A menu at the foot of a page, in any language, before readers see it there."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse

from frontend.layout.footer import Link
from frontend.page import action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

FOOT = "footer"
"""The address of the menu that stands at the foot of every page."""


class SiteMenuPreview(StaffPage):
    """A page of the shop with this menu at its foot, for who keeps the menus; one press puts it there for everybody."""

    permissions = ("content.manage",)
    indexed = False
    required = ("menu",)

    def around(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().around(data), "menu": {"items": list(_for_readers(data["menu"]["items"]))}}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"is_foot": data["menu"]["slug"] == FOOT, "id": data["menu"]["id"]}

    @action
    def show_to_all(self) -> HttpResponse:
        self.change("MenuUpdate", id=self.parts["id"], input={"slug": FOOT, "replaces": True})
        return self.go(message=_("This menu is now at the foot of every page."))


def _for_readers(items: list[Link]) -> Iterator[Link]:
    """Who keeps the menus is told of pages that are not published yet; readers are not."""
    for item in items:
        page = item["page"] if item["page"] and item["page"]["isPublished"] else None
        yield {**item, "page": page, "children": list(_for_readers(item.get("children") or []))}
