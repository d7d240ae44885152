"""A fair: its halls drawn to scale, and who exhibits where."""

from datetime import date
from typing import Any

from frontend.page import Page, Variables
from i18n.today import today_here

PAGE_SIZE = 50


class Fair(Page):
    """The directory of a published fair; the address may choose words and a hall."""

    required = ("expo",)

    def variables(self) -> Variables:
        chosen = {"search": self.query("q") or None, "hall": self.query("hall") or None}
        return {
            "slug": self.parts["slug"],
            "filter": {name: value for name, value in chosen.items() if value},
            **self.page_wanted(PAGE_SIZE),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        expo = data["expo"]
        over = date.fromisoformat(str(expo["endsOn"])) < today_here()
        return {"words": self.query("q"), "hall": self.query("hall"), "is_over": over}
