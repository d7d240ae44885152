"""The category tree: go down it, search it, add to it."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

MOST_FOUND = 100


class Categories(StaffPage):
    """``?q=`` searches; ``?below=<id>`` opens a category; without either the roots are shown."""

    permissions = ("catalog.manage",)

    def variables(self) -> Variables:
        words, below = self.query("q"), self.query("below")
        return {
            "found": {"search": words} if words else None,
            "searching": bool(words),
            "below": below or None,
            "opening": bool(below) and not words,
            **self.page_wanted(MOST_FOUND),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        opened = data.get("opened")
        page = data.get("found") or data.get("roots")
        listed = opened["children"] if opened else [edge["node"] for edge in page["edges"]] if page else []
        return {
            "words": self.query("q"),
            "opened": opened,
            "listed": listed,
            "page_info": page["pageInfo"] if page and not opened else None,
        }

    @action
    def create(self) -> HttpResponse:
        below = self.query("below") or None
        answer = self.change("CategoryCreate", input={"name": self.form.text("name", required=True)}, parent=below)
        made = answer["categoryCreate"]["category"]
        return self.go("operator-categories-category", id=made["id"], message=_("The category is created."))
