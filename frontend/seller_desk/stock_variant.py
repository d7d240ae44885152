"""The stock of one variant: what lies where, and everything that can happen to it."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

USUAL = {
    "mode": "IN_STOCK",
    "mostPromised": None,
    "quantityPromised": 0,
    "availableFrom": None,
    "lowStockThreshold": None,
    "isLow": False,
}
"""What holds of a variant of which nothing was said."""


class StockVariant(SellerPage):
    """Each form is one thing that happened; all of them come back to this page."""

    required = ("productVariant",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        variant = data["productVariant"]
        if variant["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound  # another seller's, perhaps one that the visitor works for too
        there = {stock["warehouse"]["id"]: stock for stock in variant["stocks"]}
        places = [{**place, **_pieces(there.get(place["id"]))} for place in data["warehouses"]]
        return {
            **super().context(data),
            "variant": variant,
            "places": [place for place in places if not place["isClosed"] or place["quantity"]],
            "policy": variant["stockPolicy"] or USUAL,
            "movements": [edge["node"] for edge in data["stockMovements"]["edges"]],
        }

    @action
    def count(self) -> HttpResponse:
        given = {"warehouse": self.form.text("warehouse", required=True), "quantity": self.form.integer("quantity")}
        self.change("StockCount", variantId=self.parts["id"], stocks=[given], reason=self.form.optional("reason"))
        return self.go(message=_("The count is saved."))

    @action
    def receive(self) -> HttpResponse:
        self.change("StockReceive", **self._moved(), reference=self.form.optional("reference"))
        return self.go(message=_("The pieces are there now. Orders that waited for them have theirs."))

    @action
    def write_off(self) -> HttpResponse:
        self.change("StockWriteOff", **self._moved(), reason=self.form.text("reason", required=True))
        return self.go(message=_("The pieces are written off."))

    @action
    def transfer(self) -> HttpResponse:
        self.change(
            "StockTransfer",
            variantId=self.parts["id"],
            fromWarehouse=self.form.text("fromWarehouse", required=True),
            toWarehouse=self.form.text("toWarehouse", required=True),
            quantity=self.form.integer("quantity"),
        )
        return self.go(message=_("The pieces lie in the other warehouse now."))

    @action
    def save_policy(self) -> HttpResponse:
        given = {
            "mode": self.form.text("mode", required=True),
            "mostPromised": self.form.integer("mostPromised", required=False),
            "availableFrom": self.form.optional("availableFrom"),
            "lowStockThreshold": self.form.integer("lowStockThreshold", required=False),
        }
        if given["mode"] not in {"IN_STOCK", "MADE_TO_ORDER", "PRE_ORDER"}:
            raise self.refuse("mode", _("Choose one of the list."))
        self.change("StockPolicy", variantId=self.parts["id"], input=given)
        return self.go(message=_("Saved."))

    def _moved(self) -> dict[str, Any]:
        return {
            "variantId": self.parts["id"],
            "warehouse": self.form.text("warehouse", required=True),
            "quantity": self.form.integer("quantity"),
        }


def _pieces(stock: dict[str, Any] | None) -> dict[str, int]:
    if stock is None:
        return {"quantity": 0, "held": 0, "free": 0}
    held = stock["quantityAllocated"]
    return {"quantity": stock["quantity"], "held": held, "free": stock["quantity"] - held}
