"""A new lot of one of the seller's articles."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import action
from frontend.seller_desk.moments import local_now, read_day
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

MOST_PAGES = 10


class NewLot(SellerPage):
    """A form."""

    least_role = "MANAGER"

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "variants": self._variants(data["products"]), "today": local_now()[:10]}

    @action
    def create(self) -> HttpResponse:
        answer = {
            "variant": self.form.text("variant", required=True),
            "number": self.form.text("number"),
            "producedOn": read_day(self, "producedOn"),
            "expiresOn": read_day(self, "expiresOn", required=False),
            "quantity": self.form.integer("quantity"),
            "place": self.form.text("place", required=True),
            "note": self.form.text("note"),
            "sourceLanguage": api_language(self.source_language),
        }
        lot = self.change("LotCreate", input=answer)["lotCreate"]["lot"]
        return self.go(
            "seller-lots-lot",
            seller=self.own["slug"],
            id=lot["id"],
            message=_("The lot is created. Add its steps, then make codes."),
        )

    def _variants(self, page: dict[str, Any]) -> list[tuple[str, str]]:
        """All articles as choices."""
        found = []
        for _page in range(MOST_PAGES):
            for edge in page["edges"]:
                product = edge["node"]
                found += [(one["id"], f"{product['name']} · {one['sku']}") for one in product["variants"]]
            if not page["pageInfo"]["hasNextPage"]:
                break
            page = self.ask("NewLot", seller=self.own["id"], after=page["pageInfo"]["endCursor"])["products"]
        return found
