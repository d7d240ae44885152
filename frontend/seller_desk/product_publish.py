"""The approval of a product, where and when it is shown, what it still lacks in each market, and what hides it."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import NotFound
from frontend.seller_desk.moments import local_moment, read_optional_moment
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _

WINDOWS = ("publishedAt", "publishedUntil", "availableForPurchaseAt", "availableForPurchaseUntil")


class ProductPublish(ProductPage):
    """Submitting a draft, or a product that was sent back and is mended; windows of publication and purchase."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        product = data["product"]
        history = product["approvalHistory"] or []
        return {
            **super().context(data),
            "markets": [self._market(channel, product) for channel in data["channels"]],
            "history": history[::-1],
            "reason": history[-1]["reason"] if history and product["approval"] == "REJECTED" else "",
            "takedowns": product["takedowns"] or [],
            "saving": self.form.text("market") if self.form.action else "",
        }

    @action
    def submit(self) -> HttpResponse:
        self.change("Submit", id=self.parts["id"])
        return self.go(message=_("The product is in review. You will have an answer by e-mail."))

    @action
    def publish(self) -> HttpResponse:
        """Show it in a market within the windows typed."""
        market = self._posted_market()
        stored = self._window(market["slug"])
        entry = {"channelId": market["id"], "isPublished": True}
        for name in WINDOWS:
            # What was not touched is sent as it is stored, to the second.
            untouched = stored is not None and self.form.text(name) == local_moment(stored[name])
            entry[name] = stored[name] if stored is not None and untouched else read_optional_moment(self, name)
        self.change("Listing", id=self.parts["id"], input={"updateChannels": [entry]})
        return self.go(message=_("The product is published there. Buyers see it as soon as it is approved."))

    @action
    def unpublish(self) -> HttpResponse:
        entry = {"channelId": self._posted_market()["id"], "isPublished": False}
        self.change("Listing", id=self.parts["id"], input={"updateChannels": [entry]})
        return self.go(message=_("The product is no longer shown in this market. Its prices stay."))

    @action
    def object(self) -> HttpResponse:
        takedown = self.form.text("takedown", required=True)
        self.change("Object", id=takedown, reason=self.form.text("reason", required=True))
        return self.go(message=_("Your objection is with the operator. You will have an answer by e-mail."))

    @action
    def delete(self) -> HttpResponse:
        self.change("Delete", id=self.parts["id"])
        return self.go("seller-products", seller=self.own["slug"], message=_("The product is deleted."))

    def _posted_market(self) -> dict[str, Any]:
        wanted = self.form.text("market", required=True)
        for channel in self.load()["channels"]:
            if channel["slug"] == wanted:
                return dict(channel)
        raise NotFound

    def _window(self, slug: str) -> dict[str, Any] | None:
        windows = self.load()["product"]["windows"] or []
        return next((dict(one) for one in windows if one["channel"]["slug"] == slug), None)

    def _market(self, channel: dict[str, Any], product: dict[str, Any]) -> dict[str, Any]:
        gaps = self.ask("Gaps", id=product["id"], channel=channel["slug"])["product"]["missingToPublish"]
        listing = next((one for one in product["windows"] or [] if one["channel"]["slug"] == channel["slug"]), None)
        return {
            **channel,
            "listing": listing,
            "is_published": bool(listing and listing["isPublished"]),
            "windows": {name: local_moment(listing[name]) if listing else "" for name in WINDOWS},
            "gaps": [{**gap, "href": self.mend(gap)} for gap in gaps],
        }
