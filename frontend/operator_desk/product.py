"""One product under review: as buyers will read it, its facts, its prices and what the law of a market still asks."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language, bcp47
from frontend.operator_desk.reading_language import chosen_language, language_tabs
from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class Product(StaffPage):
    """Approve what waits; reject what waits or has been approved."""

    permissions = ("products.approve",)
    required = ("product",)

    def variables(self) -> Variables:
        return {"id": self.parts["id"], "words": chosen_language(self)}

    def load(self) -> dict[str, Any]:
        """Without a language in the address: the texts as they were written."""
        data = super().load()
        own = data["product"]["sourceLanguage"]["code"]
        if chosen_language(self) is None and own != api_language(self.visit.language):
            data = self.ask("Product", **{**self.variables(), "words": own})
        return data

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        product = data["product"]
        source = product["sourceLanguage"]["code"]
        current = bcp47(chosen_language(self) or source)
        listings = {one["channel"]["slug"]: one for one in product["channelListings"]}
        return {
            "reading": current,
            "languages": language_tabs(bcp47(source), product["translations"], current),
            "markets": [self._market(channel, listings.get(channel["slug"]), product) for channel in data["channels"]],
            "history": [(c["approval"], c["at"], c["reason"], c["by"]) for c in reversed(product["approvalHistory"])],
        }

    def _market(
        self, channel: dict[str, Any], listing: dict[str, Any] | None, product: dict[str, Any]
    ) -> dict[str, Any]:
        """A market with the prices in it, and what is missing there: asked for only where it is to be sold."""
        prices = {
            variant["id"]: one
            for variant in product["variants"]
            for one in variant["channelListings"]
            if one["channel"]["slug"] == channel["slug"] and one["price"]
        }
        wanted = bool(prices) or (listing is not None and listing["isPublished"])
        answer = self.ask("Gaps", id=product["id"], market=channel["slug"])["product"] if wanted else None
        return {
            **channel,
            "listing": listing,
            "prices": prices,
            "wanted": wanted,
            "gaps": answer["missingToPublish"] if answer else [],
        }

    @action
    def approve(self) -> HttpResponse:
        self.change("Approve", id=self.parts["id"], note=self.form.optional("note"))
        return self.go("operator-products", message=_("The product is approved."))

    @action
    def reject(self) -> HttpResponse:
        self.change("Reject", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go("operator-products", message=_("The product is sent back; the seller reads the reason."))
