"""The approval of a product: what it still lacks in each market, asking for the review, its history, deleting it."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _


class ProductPublish(ProductPage):
    """Submitting a draft, or a product that was sent back and is mended."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        product = data["product"]
        history = product["approvalHistory"] or []
        return {
            **super().context(data),
            "markets": [self._market(channel, product) for channel in data["channels"]],
            "history": history[::-1],
            "reason": history[-1]["reason"] if history and product["approval"] == "REJECTED" else "",
        }

    @action
    def submit(self) -> HttpResponse:
        self.change("Submit", id=self.parts["id"])
        return self.go(message=_("The product is in review. You will have an answer by e-mail."))

    @action
    def delete(self) -> HttpResponse:
        self.change("Delete", id=self.parts["id"])
        return self.go("seller-products", seller=self.own["slug"], message=_("The product is deleted."))

    def _market(self, channel: dict[str, Any], product: dict[str, Any]) -> dict[str, Any]:
        gaps = self.ask("Gaps", id=product["id"], channel=channel["slug"])["product"]["missingToPublish"]
        published = [one["channel"]["slug"] for one in product["channelListings"] or [] if one["isPublished"]]
        return {
            **channel,
            "is_published": channel["slug"] in published,
            "gaps": [{**gap, "href": self.mend(gap)} for gap in gaps],
        }
