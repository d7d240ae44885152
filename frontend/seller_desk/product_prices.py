"""Prices of a product: what the seller reckons in, and the price in every market, given or derived, with its sale."""

from typing import Any

from django.http import HttpResponse

from frontend.amounts import UnclearAmount, editable_amount, read_amount
from frontend.page import action
from frontend.refusals import FieldError, NotFound, Refused
from frontend.seller_desk.price_rows import TIERS, base_row, price_row
from frontend.seller_desk.product_page import ProductPage
from frontend.seller_desk.sale_fields import sale_of
from i18n.messages import gettext_noop as _

ROUNDINGS = ("NEAREST", "UP", "DOWN")


class ProductPrices(ProductPage):
    """A card for the base prices and one for each market."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        product = data["product"]
        currencies = list(dict.fromkeys(["VND", *(channel["currencyCode"] for channel in data["channels"])]))
        rules = {rule["channel"]["id"]: rule for rule in data["priceRules"]}
        return {
            **super().context(data),
            "bases": [base_row(variant) for variant in product["variants"]],
            "currencies": [(code, code) for code in currencies],
            "markets": [self._market(channel, product, rules.get(channel["id"])) for channel in data["channels"]],
            "tiers": range(1, TIERS + 1),
            "saving": self.form.text("market") if self.form.action else "",
        }

    @action
    def save_base(self) -> HttpResponse:
        """The base prices, an article at a time; what follows them is reckoned again."""
        errors: list[FieldError] = []
        for variant in self.load()["product"]["variants"]:
            try:
                self._save_base(variant)
            except Refused as refused:
                errors += [_at_input(error, f"base-{variant['id']}") for error in refused.errors]
        if errors:
            raise Refused(errors)
        return self.go(message=_("The base prices are saved; prices that follow them are reckoned again."))

    @action
    def save_rule(self) -> HttpResponse:
        """How base prices become prices in one market."""
        market = self._posted_market(self.load())
        slug = market["slug"]
        rounding = self.form.text(f"rounding-{slug}")
        try:
            rule = {
                "channelId": market["id"],
                "markupPercent": self.form.decimal(f"markupPercent-{slug}", required=False) or 0,
                "step": self._amount(f"step-{slug}", market["currencyCode"]) or 0,
                "ending": self._amount(f"ending-{slug}", market["currencyCode"]) or 0,
                "rounding": rounding if rounding in ROUNDINGS else "NEAREST",
            }
            self.change("Rule", seller=self.own["id"], input=rule)
        except Refused as refused:
            raise Refused([_at_rule(error, slug) for error in refused.errors]) from None
        return self.go(message=_("The rule is saved; prices that follow the base price are reckoned again."))

    @action
    def save_prices(self) -> HttpResponse:
        """The prices of one market, an article at a time; what is right is kept."""
        data = self.load()
        market = self._posted_market(data)
        errors: list[FieldError] = []
        for variant in data["product"]["variants"]:
            errors += self._save_row(variant, market)
        if errors:
            raise Refused(errors)
        return self.go(message=_("The prices are saved."))

    @action
    def publish(self) -> HttpResponse:
        self._list(is_published=True)
        return self.go(message=_("The product is published there. Buyers see it as soon as it is approved."))

    @action
    def unpublish(self) -> HttpResponse:
        self._list(is_published=False)
        return self.go(message=_("The product is no longer shown in this market. Its prices stay."))

    def _list(self, *, is_published: bool) -> None:
        market = self._posted_market(self.load())
        entry = {"channelId": market["id"], "isPublished": is_published}
        self.change("Listing", id=self.parts["id"], input={"updateChannels": [entry]})

    def _posted_market(self, data: dict[str, Any]) -> dict[str, Any]:
        wanted = self.form.text("market", required=True)
        for channel in data["channels"]:
            if channel["slug"] == wanted:
                return dict(channel)
        raise NotFound

    def _market(self, channel: dict[str, Any], product: dict[str, Any], rule: dict[str, Any] | None) -> dict[str, Any]:
        gaps = self.ask("Gaps", id=product["id"], channel=channel["slug"])["product"]["missingToPublish"]
        seen = self.ask("Preview", id=product["id"], channel=channel["slug"])["product"]
        pricing = {variant["id"]: variant["pricing"] for variant in seen["variants"]} if seen else {}
        listing = next((one for one in product["listings"] or [] if one["channel"]["id"] == channel["id"]), None)
        return {
            **channel,
            "is_published": bool(listing and listing["isPublished"]),
            "is_shown_now": bool(listing and listing["isShownNow"]),
            "since": listing and listing["publishedAt"],
            "gaps": [{**gap, "href": self.mend(gap)} for gap in gaps],
            "rule": _rule(rule),
            "rows": [
                {**price_row(variant, channel["id"]), "pricing": pricing.get(variant["id"])}
                for variant in product["variants"]
            ],
        }

    def _save_base(self, variant: dict[str, Any]) -> None:
        key = f"base-{variant['id']}"
        currency = self.form.text(f"currency-{key}") or "VND"
        price = self._amount(f"price-{key}", currency)
        if price is None and variant["basePrice"] is None:
            return
        tiers = [] if price is None else self._tiers(key, currency) + base_row(variant)["beyond"]
        self.change("Base", id=variant["id"], input={"price": price, "currency": currency, "tiers": tiers})

    def _save_row(self, variant: dict[str, Any], market: dict[str, Any]) -> list[FieldError]:
        key = f"{market['slug']}-{variant['id']}"
        try:
            entry = self._entry(price_row(variant, market["id"]), key, market)
            if len(entry) > 1:
                self.change("Price", id=variant["id"], input=[entry])
        except Refused as refused:
            return [_at_input(error, key) for error in refused.errors]
        return []

    def _entry(self, stored: dict[str, Any], key: str, market: dict[str, Any]) -> dict[str, Any]:
        """What the form says of one article in one market; the sale only where there is a price to lower."""
        entry: dict[str, Any] = {"channelId": market["id"]}
        if self.form.text(f"source-{key}") == "derived":
            entry["derive"] = True
        else:
            price = self._amount(f"price-{key}", market["currencyCode"])
            if price is None:
                return entry if stored["price"] == "" else {**entry, "price": None}
            entry |= {"price": price, "tiers": self._tiers(key, market["currencyCode"]) + stored["beyond"]}
        sale = sale_of(self, key, stored["sale"], lambda name: self._amount(name, market["currencyCode"]))
        return {**entry, **sale}

    def _tiers(self, key: str, currency: str) -> list[dict[str, Any]]:
        return [
            {
                "minimumQuantity": self.form.integer(f"from-{key}-{number}"),
                "price": self._amount(f"tier-{key}-{number}", currency, required=True),
            }
            for number in range(1, TIERS + 1)
            if self.form.text(f"from-{key}-{number}") or self.form.text(f"tier-{key}-{number}")
        ]

    def _amount(self, name: str, currency: str, *, required: bool = False) -> Any:
        text = self.form.text(name, required=required)
        if not text:
            return None
        try:
            return read_amount(text, currency)
        except UnclearAmount as error:
            raise self.refuse(name, _("Write an amount, for example 1250000 or 12.50.")) from error


def _rule(rule: dict[str, Any] | None) -> dict[str, Any]:
    if rule is None:
        return {"markup": "", "step": "", "ending": "", "rounding": "NEAREST"}
    amounts = {"markup": rule["markupPercent"], "step": rule["step"], "ending": rule["ending"]}
    shown = {name: editable_amount(amount) if amount else "" for name, amount in amounts.items()}
    return {**shown, "rounding": rule["rounding"]}


def _at_input(error: FieldError, key: str) -> FieldError:
    """The API's fields belong to the inputs of this row."""
    field = error.field or ""
    if field.startswith(("sale.", "input.sale.")):
        names = {"price": f"sale-{key}", "startsAt": f"sale-from-{key}", "endsAt": f"sale-until-{key}"}
    else:
        names = {
            "price": f"price-{key}",
            "tiers": f"from-{key}-1",
            "derive": f"source-{key}",
            "sale": f"sale-{key}",
            "currency": f"currency-{key}",
        }
    return FieldError(names.get(field.rpartition(".")[2], field or f"price-{key}"), error.code, error.message)


def _at_rule(error: FieldError, slug: str) -> FieldError:
    field = (error.field or "").rpartition(".")[2]
    return error if field.endswith(f"-{slug}") else FieldError(f"{field}-{slug}", error.code, error.message)
