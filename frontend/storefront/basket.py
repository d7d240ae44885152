"""The basket of a market, by maker: quantities, problems, what it comes to, here and at the buyer's door."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse

from frontend.page import Page, action
from frontend.refusals import BadRequest, FieldError, NotFound, Refused
from frontend.storefront.basket_cost import MOST_GOODS, door_cost, goods_of, left_out
from frontend.storefront.price_table import next_price
from i18n.messages import gettext_noop as _

QUANTITY = "quantity-"


class Basket(Page):
    """The checkout that the visitor's cookie names; without one, an empty basket."""

    indexed = False

    def load(self) -> dict[str, Any]:
        basket = self.visit.basket()
        if basket is None:
            return {"checkout": None}
        try:
            return self.ask("Basket", id=basket)
        except NotFound:
            self.visit.forget_basket()
            return {"checkout": None}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        """By line, how many more pieces make each cheaper; what all of it probably costs at a door."""
        groups = data["checkout"]["groups"] if data["checkout"] else []
        lines = [line for group in groups for line in group["lines"]]
        country = self._country(data["checkout"]) if groups else ""
        estimate = self._estimate(groups, country) if groups else None
        return {
            "next_prices": {line["id"]: next_price(line["variant"], line["quantity"]) for line in lines},
            "country": country,
            "as_firm": self._as_firm(),
            "estimate": estimate,
            "left_out": left_out(estimate, groups) if estimate else [],
            "door": door_cost(estimate, groups) if estimate else None,
            "is_long": len(lines) > MOST_GOODS,
        }

    def _country(self, checkout: dict[str, Any]) -> str:
        """The country asked for, else that of the address, the one chosen for all pages, the market's usual one."""
        offered = [country["code"] for country in checkout["channel"]["countries"]]
        address = checkout["shippingAddress"]
        default: str = checkout["channel"]["defaultCountry"]["code"]
        candidates = (self.query("country").upper(), address["country"]["code"] if address else "", self.visit.country)
        return next((str(code) for code in candidates if code in offered), default)

    def _as_firm(self) -> bool:
        return self.query("firm") == "1"

    def _estimate(self, groups: list[dict[str, Any]], country: str) -> dict[str, Any] | None:
        """One estimate for the whole basket; ``None`` where the API gives none for these goods."""
        goods = goods_of(groups)
        if not 1 <= len(goods) <= MOST_GOODS:
            return None
        try:
            answer = self.ask(
                "BasketCost", channel=self.visit.market, lines=goods, country=country, business=self._as_firm()
            )
        except (NotFound, BadRequest):
            return None  # nothing in it is sold here any more: the basket says so at its lines
        found: dict[str, Any] = answer["landedCostEstimate"]
        return found

    @action
    def update(self) -> HttpResponse:
        """All quantities of the form at once; none removes the line."""
        names = [name for name in self.request.POST if name.startswith("quantity-")]
        lines = [
            {"lineId": name.removeprefix("quantity-"), "quantity": self.form.integer(name)} for name in names[:200]
        ]
        try:
            self.change("BasketUpdate", id=self._basket(), lines=lines)
        except Refused as refused:
            raise Refused([_at_its_input(error, names) for error in refused.errors]) from None
        return self.go(message=_("The basket is up to date."))

    @action
    def remove(self) -> HttpResponse:
        self.change("BasketRemove", id=self._basket(), lineId=self.form.text("lineId", required=True))
        return self.go(message=_("It is no longer in your basket."))

    @action
    def keep_for_later(self) -> HttpResponse:
        """Among the favourites first: nothing is lost when the second step fails."""
        self.change("FavoriteAdd", product=self.form.text("product", required=True))
        self.change("BasketRemove", id=self._basket(), lineId=self.form.text("lineId", required=True))
        return self.go(message=_("It waits among your favourites."))

    @action
    def add_code(self) -> HttpResponse:
        """A voucher, in place of an earlier one."""
        self.change("BasketAddCode", id=self._basket(), code=self.form.text("promoCode", required=True))
        return self.go(message=_("The voucher is on your basket."))

    @action
    def remove_code(self) -> HttpResponse:
        self.change("BasketRemoveCode", id=self._basket())
        return self.go(message=_("The voucher is taken off."))

    @action
    def accept_changes(self) -> HttpResponse:
        """The visitor has seen what changed."""
        self.change("BasketAcceptChanges", id=self._basket(), total=self.form.decimal("acceptedTotal"))
        return self.go(message=_("The basket shows the new prices."))

    def _basket(self) -> str:
        basket = self.visit.basket()
        if basket is None:
            raise self.refuse(None, _("This basket is no longer there. Begin a new one."))
        return basket


def _at_its_input(error: FieldError, names: list[str]) -> FieldError:
    """An error of the list of lines belongs to the quantity at that place of it."""
    known = error.index is not None and error.index < len(names)
    return replace(error, field=names[error.index or 0]) if known else error
