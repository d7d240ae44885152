"""A product: pictures, price by quantity, facts of trade, certificates, what it costs at the door, what buyers say."""

from dataclasses import replace
from html import unescape
from typing import Any

import nh3
from django.http import HttpResponse

from frontend.addresses import with_query
from frontend.filters import bcp47
from frontend.page import Page, action
from frontend.refusals import Moved, NotFound, Refused
from frontend.storefront import recently_seen
from frontend.storefront.price_table import least_order, price_at, rows
from frontend.storefront.shelves import shelves_below
from frontend.structured.breadcrumbs import breadcrumbs_thing
from frontend.structured.product import product_thing
from i18n.messages import gettext
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
        shelves = shelves_below(self, product["slug"]) if self.query("beside") else None
        recently_seen.remember(self.visit, self.request, product["id"])
        return {
            "variant": variant,
            "quantity": quantity,
            "least": least_order(variant),
            "country": country,
            "destinations": data["channel"]["countries"] if data["channel"] else [],
            "postal_code": self.query("postal_code")[:20],
            "as_firm": self.query("firm") == "1",
            "landed_at": self._landed_at(variant, quantity, country) if variant["pricing"] and country else None,
            **self._landed(product, variant, quantity, country),
            "unit_price": price_at(variant, quantity),
            "price_rows": rows(variant, least_order(variant)),
            "shelves": shelves,
            "structured": self._structured(product),
        }

    def parts_in(self, data: dict[str, Any]) -> dict[str, dict[str, str]]:
        """The product's slug in each language; a former slug, or another language's, leads to the right address."""
        product = data["product"]
        if product["slug"] != self.parts["slug"]:
            raise Moved(with_query(self.url("product", slug=product["slug"]), self.request.GET))
        return {bcp47(one["language"]["code"]): {"slug": one["slug"]} for one in product["localizedSlugs"]}

    def may_be_indexed(self) -> bool:
        """A version or quantity in the query shows the same product: its canonical address says so."""
        return True

    def _structured(self, product: dict[str, Any]) -> list[dict[str, Any]]:
        said = product["localized"]["description"]
        about = nh3.clean(said["text"], tags=set()) if said else ""
        address = self.url("product", slug=product["slug"])
        maker = self.url("seller", slug=product["seller"]["slug"])
        steps = [(gettext(self.visit.language, _("Front page")), self.url("home"))]
        if product["category"]:
            query = {"category": product["category"]["id"]}
            steps.append((product["category"]["localized"]["name"]["text"], self.url("products", query=query)))
        steps.append((product["localized"]["name"]["text"], address))
        plain = unescape(" ".join(about.split()))
        thing = product_thing(product, address=address, seller_address=maker, description=plain)
        return [thing, breadcrumbs_thing(steps)]

    def _variant(self, product: dict[str, Any]) -> dict[str, Any]:
        wanted = self.form.text("variantId") or self.query("variant")
        default = product["defaultVariant"] or product["variants"][0]
        ids = {variant["id"]: variant for variant in product["variants"]}
        return ids.get(wanted) or ids.get(default["id"]) or product["variants"][0]

    def _quantity(self, variant: dict[str, Any]) -> int:
        """The quantity asked for, lifted to the minimum and the next whole multiple."""
        text = self.query("quantity")
        wanted = int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
        return min(least_order(variant, wanted), MOST_PIECES)

    def _country(self, channel: dict[str, Any] | None) -> str:
        countries = [country["code"] for country in channel["countries"]] if channel else []
        wanted = self.query("country").upper()
        default: str = channel["defaultCountry"]["code"] if channel else ""
        return wanted if wanted in countries else default

    def _landed(self, product: dict[str, Any], variant: dict[str, Any], quantity: int, country: str) -> dict[str, Any]:
        """What it costs at the door, and what the country asks of such goods, once somebody wants to know.

        A page that was only opened fetches this part by itself, where there are scripts: it asks carriers and customs
        rules, and the rest of the page need not wait for them.
        """
        wanted = bool(variant["pricing"] and country and self.request.GET.keys() & {"country", "quantity"})
        return {
            "is_estimated": wanted,
            "estimate": self._estimate(variant, quantity, country) if wanted else None,
            "trade_rules": self._trade_rules(product, country) if wanted else [],
        }

    def _landed_at(self, variant: dict[str, Any], quantity: int, country: str) -> str:
        """The address of this page with the estimate in it."""
        asked = {"variant": variant["id"], "quantity": quantity, "country": country}
        return with_query(self.request.path, self.request.GET, **asked)

    def _estimate(self, variant: dict[str, Any], quantity: int, country: str) -> Any:
        answer = self.ask(
            "LandedCost",
            channel=self.visit.market,
            lines=[{"variantId": variant["id"], "quantity": quantity}],
            country=country,
            postalCode=self.query("postal_code")[:20] or None,
            business=self.query("firm") == "1",
        )
        return answer["landedCostEstimate"]

    def _trade_rules(self, product: dict[str, Any], country: str) -> list[dict[str, Any]]:
        """What the country asks of such goods."""
        found: list[dict[str, Any]] = self.ask("TradeRules", product=product["id"], country=country)["tradeRules"]
        return found

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

    @action
    def keep_favorite(self) -> HttpResponse:
        self.change("FavoriteAdd", product=self.form.text("product", required=True))
        return self.go(message=_("It is among your favourites."))

    @action
    def ask_for_sample(self) -> HttpResponse:
        """One piece at the price the maker names for samples; the maker answers with the freight."""
        made = self.change(
            "SampleRequest", channel=self.visit.market, variantId=self.form.text("variantId", required=True)
        )
        quote = made["sampleRequestCreate"]["quoteRequest"]["quotes"][0]
        return self.go("quote", id=quote["id"], message=_("The maker is asked for a sample."))

    @action
    def drop_favorite(self) -> HttpResponse:
        self.change("FavoriteRemove", product=self.form.text("product", required=True))
        return self.go(message=_("It is no longer among your favourites."))

    @action
    def forget_seen(self) -> HttpResponse:
        recently_seen.forget(self.visit)
        return self.go(message=_("What you looked at is forgotten."))

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
