"""What somebody has kept to come back to."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from i18n.messages import gettext_noop as _

PAGE_SIZE = 24


class Favorites(Page):
    """Those sold in this market as cards; the others by name, so that they can be let go."""

    needs_sign_in = True
    required = ("me",)

    def variables(self) -> Variables:
        return {**super().variables(), **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        kept = [edge["node"] for edge in data["favorites"]["edges"]]
        sold_here = [one["product"] for one in kept if one["product"]]
        return {
            "sold_here": sold_here,
            "elsewhere": [one["elsewhere"] for one in kept if one["product"] is None and one["elsewhere"]],
            "gone": sum(one["elsewhere"] is None for one in kept),
            "compared": [product["slug"] for product in sold_here[:4]],
        }

    @action
    def drop(self) -> HttpResponse:
        self.change("FavoriteRemove", product=self.form.text("product", required=True))
        return self.go(message=_("It is no longer among your favourites."))
