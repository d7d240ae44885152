"""What a square metre costs, and what open sides add: by kind of booth and currency, in one form, from a day on."""

from datetime import date
from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.plan_booth_actions import KINDS
from frontend.page import action
from i18n.messages import gettext_noop as _
from i18n.today import today_here

CURRENCIES = ("VND", "USD", "EUR")
SURCHARGES = ("twoSidesPercent", "threeSidesPercent", "fourSidesPercent")
MOST_CURRENCIES = 10


class PlanPrices(FairPage):
    """Rows that are left empty keep the price they have."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        prices = data["expo"]["boothPrices"]
        used = [price["perSquareMetre"]["currency"] for price in prices]
        today = today_here()
        current = {
            (price["kind"], price["perSquareMetre"]["currency"]): price for price in prices if _in_force(price, today)
        }
        currencies = tuple(dict.fromkeys((*CURRENCIES, *used)))[:MOST_CURRENCIES]
        return {
            **super().context(data),
            "kinds": KINDS,
            "currencies": currencies,
            "current": current,
            "surcharges": SURCHARGES,
            "today": today,
        }

    @action
    def set_prices(self) -> HttpResponse:
        prices = [
            price
            for currency in self.form.all("currency")[:MOST_CURRENCIES]
            for kind in KINDS
            if (price := self._price(kind, currency.upper()[:3]))
        ]
        if not prices:
            raise self.refuse(None, _("Write at least one price."))
        self.change("Set", expoId=self.expo_id(), effectiveFrom=self.day("effectiveFrom"), prices=prices)
        return self.go(message=_("The prices are set."))

    def _price(self, kind: str, currency: str) -> dict[str, Any] | None:
        amount = self.form.decimal(f"amount-{kind}-{currency}", required=False)
        if amount is None:
            return None
        surcharges = {name: self.form.decimal(f"{name}-{kind}-{currency}", required=False) or 0 for name in SURCHARGES}
        return {"kind": kind, "currency": currency, "perSquareMetre": amount, **surcharges}


def _in_force(price: dict[str, Any], today: date) -> bool:
    day = today.isoformat()
    return str(price["effectiveFrom"]) <= day and (price["effectiveTo"] is None or day <= str(price["effectiveTo"]))
