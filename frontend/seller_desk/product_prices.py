"""Prices of a product in every market, quantity prices too; and whether it is shown there."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import FieldError, NotFound, Refused
from frontend.seller_desk.amounts import UnclearAmount, editable_amount, read_amount
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _

TIERS = (1, 2, 3)


class ProductPrices(ProductPage):
    """A card for each market."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "markets": [self._market(channel, data["product"]) for channel in data["channels"]],
            "tiers": TIERS,
            "saving": self.form.text("market") if self.form.action else "",
        }

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

    def _market(self, channel: dict[str, Any], product: dict[str, Any]) -> dict[str, Any]:
        gaps = self.ask("Gaps", id=product["id"], channel=channel["slug"])["product"]["missingToPublish"]
        listing = next((one for one in product["listings"] or [] if one["channel"]["id"] == channel["id"]), None)
        return {
            **channel,
            "is_published": bool(listing and listing["isPublished"]),
            "since": listing and listing["publishedAt"],
            "gaps": [{**gap, "href": self.mend(gap)} for gap in gaps],
            "rows": [price_row(variant, channel["id"]) for variant in product["variants"]],
        }

    def _save_row(self, variant: dict[str, Any], market: dict[str, Any]) -> list[FieldError]:
        key = f"{market['slug']}-{variant['id']}"
        stored = price_row(variant, market["id"])
        try:
            price = self._amount(f"price-{key}", market["currencyCode"])
            tiers = [
                {
                    "minimumQuantity": self.form.integer(f"from-{key}-{number}"),
                    "price": self._amount(f"tier-{key}-{number}", market["currencyCode"], required=True),
                }
                for number in TIERS
                if self.form.text(f"from-{key}-{number}") or self.form.text(f"tier-{key}-{number}")
            ] + stored["beyond"]
            if price is None and stored["price"] == "":
                return []
            entry = {"channelId": market["id"], "price": price, **({"tiers": tiers} if price is not None else {})}
            self.change("Price", id=variant["id"], input=[entry])
        except Refused as refused:
            return [_at_input(error, key) for error in refused.errors]
        return []

    def _amount(self, name: str, currency: str, *, required: bool = False) -> Any:
        text = self.form.text(name, required=required)
        if not text:
            return None
        try:
            return read_amount(text, currency)
        except UnclearAmount as error:
            raise self.refuse(name, _("Write an amount, for example 1250000 or 12.50.")) from error


def price_row(variant: dict[str, Any], channel_id: str) -> dict[str, Any]:
    """An article in a market as the form shows it; ``beyond`` are quantity prices that the form has no room for."""
    listed = next((one for one in variant["channelListings"] or [] if one["channel"]["id"] == channel_id), None)
    tiers = listed["tiers"] if listed else []
    shown = [(tier["minimumQuantity"], editable_amount(tier["price"]["amount"])) for tier in tiers[: len(TIERS)]]
    return {
        "id": variant["id"],
        "sku": variant["sku"],
        "name": variant["name"],
        "price": editable_amount(listed["price"]["amount"]) if listed and listed["price"] else "",
        "tiers": shown + [("", "")] * (len(TIERS) - len(shown)),
        "beyond": [
            {"minimumQuantity": tier["minimumQuantity"], "price": tier["price"]["amount"]}
            for tier in tiers[len(TIERS) :]
        ],
    }


def _at_input(error: FieldError, key: str) -> FieldError:
    """The API's ``price`` and ``tiers`` belong to the inputs of this row."""
    names = {"price": f"price-{key}", "tiers": f"from-{key}-1"}
    field = error.field or ""
    return FieldError(names.get(field.rpartition(".")[2], field or f"price-{key}"), error.code, error.message)
