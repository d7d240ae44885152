"""Write to a maker for the first time about something: a product, a quote, an order, or the shop in general."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Page, Variables, action
from frontend.refusals import NotFound


class WriteMessage(Page):
    """What it is about is in the address; the page of the conversation follows."""

    needs_sign_in = True
    indexed = False

    def variables(self) -> Variables:
        named = {name: self.query(name) for name in ("product", "seller", "quote", "order")}
        return {
            **super().variables(),
            **named,
            **{f"has{name.title()}": bool(value) for name, value in named.items()},
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        product, quote = data.get("product"), data.get("quote")
        parts = data["order"]["sellerOrders"] if data.get("order") else []
        wanted = self.query("part")
        part = next((one for one in parts if one["id"] == wanted), parts[0] if len(parts) == 1 else None)
        holder = product or quote or part
        seller = holder["seller"] if holder else data.get("seller")
        if seller is None:
            raise NotFound
        return {"product": product, "quote": quote, "part": part, "maker": seller}

    @action
    def start(self) -> HttpResponse:
        about = self.context(self.load())
        kinds = {"product": "productId", "quote": "quoteId", "part": "sellerOrderId"}
        named = {key: about[name]["id"] for name, key in kinds.items() if about[name]}
        said = {
            **(named or {"sellerId": about["maker"]["id"]}),
            "text": self.form.text("text", required=True),
            "files": self.form.all_files("files"),
            "channel": self.visit.market,
            "languageCode": api_language(self.visit.language),
        }
        made = self.change("Start", input=said)["conversationStart"]["conversation"]
        return self.go("conversation", id=made["id"])
