"""What happened to a shop's money in a month, and the papers for its books."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

MONTHS = 12


class Statement(SellerPage):
    """The month and the currency are in the address; without them this month and the first currency."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        first = self.month
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        asked = self.query("currency").upper()[:3]
        if not asked:
            rows = self.ask("Currencies", seller=self.own["id"])["payoutBalances"]
            asked = rows[0]["currency"] if rows else "VND"
        chosen = {"currency": asked, "firstDay": first.isoformat(), "lastDay": last.isoformat(), "year": first.year}
        return {**super().variables(), **chosen}

    @property
    def month(self) -> date:
        """The first day of the month that was asked for."""
        try:
            asked = date.fromisoformat(f"{self.query('month')}-01")
        except ValueError:
            return timezone.localdate().replace(day=1)
        return asked if 2020 <= asked.year <= 2999 else timezone.localdate().replace(day=1)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        made = data["sellerStatement"]
        columns = ("sales", "vouchers", "refunds", "commission", "commissionTax", "taxWithheld")
        used = [name for name in columns if any(line[name]["amount"] for line in made["lines"])]
        return {
            **super().context(data),
            "statement": made,
            "used": used,
            "currency": made["opening"]["currency"],
            "month": f"{self.month:%Y-%m}",
            "months": [f"{day:%Y-%m}" for day in _months(timezone.localdate())],
        }


def _months(today: date) -> list[date]:
    """The first days of this month and of those before it."""
    found = [today.replace(day=1)]
    while len(found) < MONTHS:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return found
