"""The exchange rates that prices are converted with, and whose they are."""

from typing import Any

from frontend.staff_page import StaffPage

BASE = "EUR"


class Rates(StaffPage):
    """One row for each currency of a market, against the euro, which the rates are stored in."""

    permissions = ("channels.manage",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        currencies = sorted({channel["currencyCode"] for channel in data["channels"]} - {BASE})
        found = {code: self.ask("Rate", base=BASE, quote=code)["exchangeRate"] for code in currencies}
        return {"base": BASE, "rates": found}
