"""One delivery method: what it is, what it takes, and what it costs in each market."""

from decimal import Decimal
from typing import Any

from django.http import HttpResponse

from frontend.amounts import UnclearAmount, editable_amount, read_amount
from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

AMOUNTS = {
    "price": "price",
    "least": "minimumOrderPrice",
    "most": "maximumOrderPrice",
    "free": "freeFrom",
}
"""Columns of the table of markets, and what the API calls them."""


class DeliveryMethod(SellerPage):
    """Buyers are offered it in the markets in which it has a price."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.parts["zone"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        zone = data.get("shippingZone")
        if not zone or zone["seller"]["id"] != self.own["id"]:
            raise NotFound
        method = next((each for each in zone["shippingMethods"] if each["id"] == self.parts["id"]), None)
        if method is None:
            raise NotFound
        listings = {each["channel"]["id"]: each for each in method["channelListings"]}
        excluded = {each["id"] for each in method["excludedProducts"]}
        products = [edge["node"] for edge in data["products"]["edges"]]
        return {
            **super().context(data),
            "zone": zone,
            "method": method,
            "amounts": {each["id"]: _amounts(listings.get(each["id"], {})) for each in zone["channels"]},
            "weights": {name: _kilograms(method[name]) for name in ("minimumOrderWeight", "maximumOrderWeight")},
            "surcharge": editable_amount(method["surchargePercent"]) if method["surchargePercent"] else "",
            "products": [(each["id"], each["name"], each["id"] in excluded) for each in products],
            "warehouses": [(each["id"], each["name"]) for each in data["warehouses"] if not each["isClosed"]],
            "services": "\n".join(method["carrierServices"]),
        }

    @action
    def save(self) -> HttpResponse:
        before = self.context(self.load())
        kind = before["method"]["type"]
        fields = {**self._texts(), **self._limits()}
        fields |= self._carrier() if kind == "CARRIER" else {}
        fields |= self._pickup() if kind == "PICKUP" else {}
        listing = self._listing(before["zone"]["channels"])
        self.change("MethodUpdate", id=self.parts["id"], input=fields)
        self.change("MethodListing", id=self.parts["id"], input=listing)
        self._exclude(before["products"])
        return self.go(message=_("The delivery method is saved."))

    @action
    def add_codes(self) -> HttpResponse:
        given = {"start": self.form.text("start", required=True), "end": self.form.text("end")}
        kind = self.form.text("inclusion") if self.form.text("inclusion") in ("INCLUDE", "EXCLUDE") else "EXCLUDE"
        self.change("MethodUpdate", id=self.parts["id"], input={"addPostalCodeRules": [given], "inclusionType": kind})
        return self.go(message=_("The postal codes are kept."))

    @action
    def remove_codes(self) -> HttpResponse:
        rule = self.form.text("rule", required=True)
        self.change("MethodUpdate", id=self.parts["id"], input={"deletePostalCodeRules": [rule]})
        return self.go(message=_("The postal codes are taken out."))

    @action
    def remove(self) -> HttpResponse:
        self.change("MethodDelete", id=self.parts["id"])
        message = _("The delivery method is deleted.")
        return self.go("seller-delivery-zone", seller=self.own["slug"], id=self.parts["zone"], message=message)

    def _texts(self) -> dict[str, Any]:
        return {
            "name": self.form.text("name", required=True),
            "description": self.form.text("description"),
            "isActive": self.form.checked("isActive", "1"),
        }

    def _limits(self) -> dict[str, Any]:
        days = {
            name: self.form.integer(name, required=False) for name in ("minimumDeliveryDays", "maximumDeliveryDays")
        }
        weights = {name: self._decimal(name) for name in ("minimumOrderWeight", "maximumOrderWeight")}
        return {**days, **weights}

    def _carrier(self) -> dict[str, Any]:
        services = [line.strip() for line in self.form.text("carrierServices").splitlines() if line.strip()]
        return {"carrierServices": services, "surchargePercent": self._decimal("surchargePercent") or "0"}

    def _pickup(self) -> dict[str, Any]:
        return {
            "pickupWarehouse": self.form.text("pickupWarehouse") or None,
            "pickupPlace": self.form.text("pickupPlace"),
            "pickupHours": self.form.text("pickupHours"),
            "pickupFrom": self.form.text("pickupFrom") or None,
            "pickupTo": self.form.text("pickupTo") or None,
        }

    def _listing(self, channels: list[dict[str, Any]]) -> dict[str, Any]:
        added, removed = [], []
        for channel in channels:
            amounts = {
                name: self._amount(f"{column}-{channel['slug']}", channel["currencyCode"])
                for column, name in AMOUNTS.items()
            }
            if amounts["price"] is None:
                removed.append(channel["id"])
            else:
                added.append({"channelId": channel["id"], **amounts})
        return {"addChannels": added, "removeChannels": removed}

    def _exclude(self, products: list[tuple[str, str, bool]]) -> None:
        chosen = set(self.form.all("products"))
        new = [key for key, _name, was in products if key in chosen and not was]
        gone = [key for key, _name, was in products if was and key not in chosen]
        if new:
            self.change("Exclude", id=self.parts["id"], input={"products": new})
        if gone:
            self.change("Readmit", id=self.parts["id"], products=gone)

    def _decimal(self, name: str) -> str | None:
        value: Decimal | None = self.form.decimal(name, required=False)
        return None if value is None else str(value)

    def _amount(self, name: str, currency: str) -> str | None:
        typed = self.form.text(name)
        try:
            return str(read_amount(typed, currency)) if typed else None
        except UnclearAmount:
            raise self.refuse(name, _("Write one amount, for example 12.50.")) from None


def _amounts(listing: dict[str, Any]) -> dict[str, str]:
    """By column, as they are typed; empty where there is none."""
    return {
        column: editable_amount(listing[name]["amount"]) if listing.get(name) else ""
        for column, name in AMOUNTS.items()
    }


def _kilograms(weight: dict[str, Any] | None) -> str:
    return editable_amount(weight["value"]) if weight else ""
