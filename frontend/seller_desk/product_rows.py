"""A row of the table of products: name, price and stock changed in place, each saved by itself."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.http import HttpResponse

from frontend.amounts import UnclearAmount, editable_amount, read_amount
from frontend.page import action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

NO_MARKET = {"id": "", "slug": "", "currencyCode": "VND"}


class ProductRows(SellerPage):
    """Only what was changed is sent; what is right is kept, what is not stands beside its field."""

    @cached_property
    def places(self) -> dict[str, Any]:
        """The markets and the seller's open warehouses."""
        found = self.ask("Markets", seller=self.own["id"])
        return {**found, "warehouses": [one for one in found["warehouses"] if not one["isClosed"]]}

    @property
    def market(self) -> dict[str, Any]:
        """Whose prices and requirements the table shows: the one of the address, else the first; none before any."""
        markets: list[dict[str, Any]] = self.places["channels"]
        asked = [one for one in markets if one["slug"] == self.query("market")]
        return (asked or markets or [NO_MARKET])[0]

    def row(self, product: Mapping[str, Any]) -> dict[str, Any]:
        """What the table says of a product, with what can be changed where it has one article in one warehouse."""
        stocks = [stock for variant in product["variants"] for stock in variant["stocks"] or []]
        gaps = [gap for gap in product.get("missingToPublish", ()) if gap["blocking"]]
        shown = [one["channel"]["slug"] for one in product["channelListings"] or [] if one["isPublished"]]
        return {
            **product,
            "skus": [variant["sku"] for variant in product["variants"]],
            "price": self._price(product["variants"]),
            "stock": self._stock(product["variants"]),
            "free": sum(stock["quantity"] - stock["quantityAllocated"] for stock in stocks),
            "gaps": gaps,
            "markets": shown,
            "translated": 1 + sum(1 for one in product["translations"] if one["name"]),
        }

    @action
    def save_row(self) -> HttpResponse:
        """The fields of one row."""
        wanted = self.form.text("product", required=True)
        shown = [edge["node"] for edge in self.load()["products"]["edges"]]
        product = next((self.row(one) for one in shown if one["id"] == wanted), None)
        if product is None:
            raise self.refuse(None, _("This product is not on the page any more."))
        errors = [*self._rename(product), *self._set_price(product), *self._count(product)]
        if errors:
            raise Refused(errors)
        return self.go(message=_("Saved: %(product)s."), message_params={"product": self._name(product)})

    def _name(self, product: Mapping[str, Any]) -> str:
        return self.form.text(f"name-{product['id']}") or str(product["name"])

    def _rename(self, product: Mapping[str, Any]) -> list[FieldError]:
        field = f"name-{product['id']}"
        name = self.form.text(field)
        if self.form.values is None or field not in self.form.values or name == product["name"]:
            return []
        return self._try(field, "Rename", id=product["id"], name=name)

    def _set_price(self, product: Mapping[str, Any]) -> list[FieldError]:
        price = product["price"]
        field = f"price-{product['id']}"
        text = self.form.text(field)
        if not price["variant"] or not text or text == price["value"]:
            return []
        try:
            amount = read_amount(text, self.market["currencyCode"])
        except UnclearAmount:
            return [FieldError(field, "INVALID", _("Write an amount, for example 1250000 or 12.50."))]
        entry = {"channelId": self.market["id"], "price": amount}
        return self._try(field, "Price", id=price["variant"], input=[entry])

    def _count(self, product: Mapping[str, Any]) -> list[FieldError]:
        stock, field = product["stock"], f"stock-{product['id']}"
        if not stock["variant"]:
            return []
        try:
            counted = self.form.integer(field, required=False)
        except Refused as refused:
            return list(refused.errors)
        if counted is None or counted == stock["value"]:
            return []
        stocks = [{"warehouse": stock["warehouse"], "quantity": counted}]
        return self._try(field, "Count", variant=stock["variant"], stocks=stocks)

    def _try(self, field: str, operation: str, **variables: Any) -> list[FieldError]:
        try:
            self.change(operation, **variables)
        except Refused as refused:
            return [FieldError(field, error.code, error.message) for error in refused.errors]
        return []

    def _price(self, variants: list[dict[str, Any]]) -> dict[str, Any]:
        """In the chosen market: to change for a single article whose price was given, else to read."""
        listed = [
            (variant, one)
            for variant in variants
            for one in variant["channelListings"] or []
            if one["channel"]["slug"] == self.market["slug"] and one["price"]
        ]
        lowest = min((one["price"] for _variant, one in listed), key=lambda price: price["amount"], default=None)
        derived = any(one["derivation"] for _variant, one in listed)
        return {
            "variant": variants[0]["id"] if len(variants) == 1 and not derived else None,
            "value": editable_amount(lowest["amount"]) if lowest else "",
            "lowest": lowest,
            "is_derived": derived,
        }

    def _stock(self, variants: list[dict[str, Any]]) -> dict[str, Any]:
        """To change for a single article in a single warehouse."""
        places = self.places["warehouses"]
        if len(variants) != 1 or len(places) != 1:
            return {"variant": None, "warehouse": None, "value": None}
        own = [one for one in variants[0]["stocks"] or [] if one["warehouse"]["id"] == places[0]["id"]]
        elsewhere = len(variants[0]["stocks"] or []) > len(own)
        return {
            "variant": None if elsewhere else variants[0]["id"],
            "warehouse": places[0]["id"],
            "value": own[0]["quantity"] if own else 0,
            "held": own[0]["quantityAllocated"] if own else 0,
        }
