"""The products of a seller: one table with everything that decides whether they sell, and steps for many at once."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.seller_page import SellerPage
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

PAGE_SIZE = 25
STATES = ("DRAFT", "PENDING", "APPROVED", "REJECTED")


class Products(SellerPage):
    """Newest first; search and state are in the address."""

    least_role = "MANAGER"

    @property
    def state(self) -> str:
        chosen = self.query("approval")
        return chosen if chosen in STATES else ""

    def variables(self) -> Variables:
        wanted = {"sellers": [self.own["id"]], "approval": self.state, "search": self.query("q")}
        return {
            **super().variables(),
            "filter": {name: value for name, value in wanted.items() if value},
            **self.page_wanted(PAGE_SIZE),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        counts = self.ask("Counts", seller=self.own["id"])
        return {
            **super().context(data),
            "state": self.state,
            "q_products": self.query("q"),
            "counts": {state: counts[state]["totalCount"] for state in STATES},
            "rows": [row(edge["node"]) for edge in data["products"]["edges"]],
            "languages": len(LANGUAGES),
            "refusals": (),
            "done": 0,
        }

    @action
    def submit_chosen(self) -> HttpResponse:
        """Ask for the approval of all that are ticked; what is refused comes back with its reason."""
        return self._each("Submit", {}, _("Asked for approval: %(count)s."))

    @action
    def publish_chosen(self) -> HttpResponse:
        return self._each("List", self._listing(is_published=True), _("Published: %(count)s."))

    @action
    def unpublish_chosen(self) -> HttpResponse:
        return self._each("List", self._listing(is_published=False), _("Taken out of the market: %(count)s."))

    def _listing(self, *, is_published: bool) -> dict[str, Any]:
        wanted = self.form.text("market", required=True)
        channels = {channel["slug"]: channel["id"] for channel in self.ask("Channels")["channels"]}
        if wanted not in channels:
            raise self.refuse("market", _("Choose one of the list."))
        return {"input": {"updateChannels": [{"channelId": channels[wanted], "isPublished": is_published}]}}

    def _each(self, operation: str, arguments: Mapping[str, Any], message: str) -> HttpResponse:
        chosen = self.form.all("ids")[:100]
        if not chosen:
            raise self.refuse("ids", _("Tick at least one product in the table."))
        errors, done = [], 0
        for product_id in chosen:
            try:
                self.change(operation, id=product_id, **arguments)
                done += 1
            except Refused as refused:
                errors += [FieldError(product_id, error.code, error.message) for error in refused.errors]
        if errors:
            return self.show(status=422, refusals=self._named(errors), done=done)
        return self.go(message=message, message_params={"count": done})

    def _named(self, errors: list[FieldError]) -> list[dict[str, str]]:
        """Each refusal with the name of its product."""
        ids = sorted({str(error.field) for error in errors})
        found = self.ask("Names", ids=ids, seller=self.own["id"])["products"]["edges"]
        names = {edge["node"]["id"]: edge["node"]["name"] for edge in found}
        return [
            {"id": str(error.field), "name": names.get(str(error.field), ""), "message": error.message}
            for error in errors
        ]


def row(product: Mapping[str, Any]) -> dict[str, Any]:
    """What the table says of a product: the lowest price of each market, free pieces, markets, languages."""
    prices: dict[str, Any] = {}
    for variant in product["variants"]:
        for listing in variant["channelListings"] or []:
            slug, price = listing["channel"]["slug"], listing["price"]
            if price and (slug not in prices or price["amount"] < prices[slug]["amount"]):
                prices[slug] = price
    stocks = [stock for variant in product["variants"] for stock in variant["stocks"] or []]
    return {
        **product,
        "skus": [variant["sku"] for variant in product["variants"]],
        "prices": prices,
        "free": sum(stock["quantity"] - stock["quantityAllocated"] for stock in stocks),
        "markets": [one["channel"]["slug"] for one in product["channelListings"] or [] if one["isPublished"]],
        "translated": 1 + sum(1 for one in product["translations"] if one["name"]),
    }
