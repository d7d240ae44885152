"""A product: pictures, facts, price by quantity, what it costs at the buyer's door, its maker; and into the basket."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse

from frontend.page import Page, action
from frontend.refusals import NotFound, Refused
from i18n.messages import gettext_noop as _

MOST_PIECES = 1_000_000


class Product(Page):
    """One product in one market; the address may choose a variant, a quantity and a country."""

    required = ("product",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        product = data["product"]
        if not product["variants"]:
            raise NotFound
        variant = self._variant(product)
        quantity = self._quantity(variant)
        country = self._country(data["channel"])
        return {
            "variant": variant,
            "quantity": quantity,
            "least": self._least(variant),
            "country": country,
            "countries": data["channel"]["countries"] if data["channel"] else [],
            "postal_code": self.query("postal_code")[:20],
            "estimate": self._estimate(variant, quantity, country) if variant["pricing"] and country else None,
            "unit_price": _price_at(variant, quantity),
        }

    def _variant(self, product: dict[str, Any]) -> dict[str, Any]:
        wanted = self.form.text("variantId") or self.query("variant")
        default = product["defaultVariant"] or product["variants"][0]
        ids = {variant["id"]: variant for variant in product["variants"]}
        return ids.get(wanted) or ids.get(default["id"]) or product["variants"][0]

    def _quantity(self, variant: dict[str, Any]) -> int:
        """The quantity asked for, lifted to the minimum and the next whole multiple."""
        text = self.query("quantity")
        wanted = int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
        return min(self._least(variant, wanted), MOST_PIECES)

    def _least(self, variant: dict[str, Any], wanted: int = 1) -> int:
        """The least whole multiple that is neither below the minimum nor below what is wanted."""
        multiple = max(variant["orderMultiple"], 1)
        return -(-max(wanted, variant["moq"], 1) // multiple) * multiple

    def _country(self, channel: dict[str, Any] | None) -> str:
        countries = [country["code"] for country in channel["countries"]] if channel else []
        wanted = self.query("country").upper()
        default: str = channel["defaultCountry"]["code"] if channel else ""
        return wanted if wanted in countries else default

    def _estimate(self, variant: dict[str, Any], quantity: int, country: str) -> Any:
        answer = self.ask(
            "LandedCost",
            channel=self.visit.market,
            lines=[{"variantId": variant["id"], "quantity": quantity}],
            country=country,
            postalCode=self.query("postal_code")[:20] or None,
        )
        return answer["landedCostEstimate"]

    @action
    def add(self) -> HttpResponse:
        """Into the basket of this market; a basket that is gone is begun anew."""
        line = {"variantId": self.form.text("variantId", required=True), "quantity": self.form.integer("quantity")}
        try:
            self._put(line)
        except Refused as refused:
            # The one line of the list is the quantity of this form.
            raise Refused(
                [replace(one, field="quantity" if one.index is not None else one.field) for one in refused.errors]
            ) from None
        return self.go("basket", message=_("It is in your basket."))

    def _put(self, line: dict[str, Any]) -> None:
        basket = self.visit.basket()
        if basket is None or not self._added(basket, line):
            made = self.change("BasketStart", input={"channel": self.visit.market, "lines": [line]})
            self.visit.keep_basket(made["checkoutCreate"]["checkout"]["id"])

    def _added(self, basket: str, line: dict[str, Any]) -> bool:
        try:
            self.change("BasketAdd", id=basket, lines=[line])
        except NotFound:
            return False
        except Refused as refused:
            if any(error.code == "NOT_FOUND" and error.field == "id" for error in refused.errors):
                return False
            raise
        return True


def _price_at(variant: dict[str, Any], quantity: int) -> Any:
    """The unit price at a quantity: the highest tier it reaches."""
    if not variant["pricing"]:
        return None
    reached = [tier for tier in variant["pricing"]["tiers"] if tier["minimumQuantity"] <= quantity]
    best = max(reached, key=lambda tier: tier["minimumQuantity"], default=None)
    return best["price"] if best else variant["pricing"]["price"]
