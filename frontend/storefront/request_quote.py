"""Ask makers for an offer: for goods of the catalogue, or for something described in words."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from frontend.proposal import INCOTERMS, UNITS, read_price
from frontend.refusals import FieldError, NotFound, Refused
from i18n.messages import gettext_noop as _

WORDED = range(3)
MAKERS = 12


class RequestQuote(Page):
    """The product or the maker is in the address; other makers may be asked for what is described in words."""

    needs_sign_in = True
    indexed = False

    def variables(self) -> Variables:
        product, seller = self.query("product"), self.query("seller")
        return {
            **super().variables(),
            "product": product,
            "seller": seller,
            "hasProduct": bool(product),
            "hasSeller": bool(seller),
            "first": MAKERS,
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        product = data.get("product")
        seller = product["seller"] if product else data.get("seller")
        if (self.query("product") and not product) or (self.query("seller") and not seller) or not data["channel"]:
            raise NotFound
        others = [edge["node"] for edge in data["sellers"]["edges"]]
        wanted = self.query("variant")
        variants = product["variants"] if product else []
        known = {variant["id"] for variant in variants}
        return {
            "product": product,
            "maker": seller,
            "others": [one for one in others if not seller or one["id"] != seller["id"]],
            "variant": wanted if wanted in known else (variants[0]["id"] if variants else ""),
            "incoterms": INCOTERMS,
            "units": UNITS,
            "worded": WORDED,
            "about": self.query("about"),
            "countries": data["channel"]["countries"],
            "currency": data["channel"]["currencyCode"],
            "home": data["channel"]["defaultCountry"]["code"],
        }

    @action
    def send(self) -> HttpResponse:
        """One request; each maker answers apart."""
        data = self.load()
        currency = data["channel"]["currencyCode"]
        sellers = list(dict.fromkeys([self.form.text("maker"), *self.form.all("sellers")]))
        incoterm = self.form.text("incoterm")
        asked = {
            "channel": self.visit.market,
            "sellers": [one for one in sellers if one],
            "lines": [*self._goods(currency), *self._words(currency)],
            "text": self.form.text("text"),
            "incoterm": incoterm if incoterm in INCOTERMS else "DAP",
            "namedPlace": self.form.text("namedPlace"),
            "wantedBy": self.form.text("wantedBy")[:10] or None,
            "country": self.form.text("country", required=True),
            "files": self.form.all_files("files"),
        }
        if not asked["lines"]:
            raise Refused([FieldError("lines", "REQUIRED", _("Say what you are looking for, and how many."))])
        quotes = self.change("Create", input=asked)["quoteRequestCreate"]["quoteRequest"]["quotes"]
        message = _("Your request is sent. You get an e-mail when there is an answer.")
        if len(quotes) == 1:
            return self.go("quote", id=quotes[0]["id"], message=message)
        return self.go("quotes", message=message)

    def _goods(self, currency: str) -> list[dict[str, Any]]:
        variant = self.form.text("variant")
        quantity = self.form.integer("quantity", required=False) if variant else None
        if not quantity:
            return []
        price = read_price(self, "targetPrice", currency, required=False)
        return [{"variantId": variant, "quantity": quantity, "targetPrice": price}]

    def _words(self, currency: str) -> list[dict[str, Any]]:
        lines = []
        for index in WORDED:
            description = self.form.text(f"description-{index}")
            quantity = self.form.integer(f"quantity-{index}", required=bool(description))
            if not description or not quantity:
                continue
            unit = self.form.text(f"unit-{index}")
            lines.append(
                {
                    "description": description,
                    "quantity": quantity,
                    "unit": unit if unit in UNITS else "PIECE",
                    "targetPrice": read_price(self, f"price-{index}", currency, required=False),
                }
            )
        return lines
