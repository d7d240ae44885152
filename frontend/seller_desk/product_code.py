"""The tariff code of a product: search, what similar products carry, what countries ask, and which codes it had."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _

DESTINATIONS = ("DE", "FR", "IT", "NL", "GB", "US", "JP", "KR", "AU", "CN", "CH")


class ProductCode(ProductPage):
    """Help with classifying; whoever declares the goods answers for the code."""

    def variables(self) -> Variables:
        return {**super().variables(), "country": self._country()}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        wanted = self.query("q")
        return {
            **super().context(data),
            "asked": wanted,
            "found": self.ask("FindCodes", search=wanted)["hsCodes"] if wanted else [],
            "own_code": self._named(data["product"]["hsCode"]),
            "country": self._country(),
            "destinations": DESTINATIONS,
        }

    @action
    def save(self) -> HttpResponse:
        self.change("SaveCode", id=self.parts["id"], input={"hsCode": self.form.text("hsCode")})
        return self.go(
            "seller-products-code", seller=self.own["slug"], id=self.parts["id"], message=_("The code is saved.")
        )

    def _named(self, code: str | None) -> dict[str, Any] | None:
        """What the nomenclature calls the six digits."""
        if not code:
            return None
        hits = self.ask("FindCodes", search=code[:6])["hsCodes"]
        return next((one for one in hits if one["code"] == code[:6]), None)

    def _country(self) -> str:
        asked = self.query("country")
        return asked if asked in DESTINATIONS else DESTINATIONS[0]
