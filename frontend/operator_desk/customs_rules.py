"""Customs rules: files to bring, what was brought, and what holds in a country on a day."""

from datetime import date
from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage

COUNTRIES = ("DE", "FR", "IT", "NL", "GB", "US", "JP", "KR", "AU", "CN", "CH")
KINDS = ("DUTY", "ADDITIONAL", "LOW_VALUE", "TAX", "FEE", "VALUATION", "EXCHANGE")
PAGE_SIZE = 20


class CustomsRules(StaffPage):
    """The address chooses country, day, kind and the first digits of a code."""

    permissions = ("customs.manage",)

    def variables(self) -> Variables:
        kind = self.query("kind")
        return {
            "country": self._country(),
            "on": self._day(),
            "kind": [kind] if kind in KINDS else None,
            "hs": self.query("hs")[:12] or None,
            **self.page_wanted(PAGE_SIZE),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "country": self._country(),
            "countries": COUNTRIES,
            "kinds": KINDS,
            "kind": self.query("kind"),
            "day": self._day() or "",
            "hs": self.query("hs"),
        }

    @action
    def bring(self) -> HttpResponse:
        """Looked through on its own page; nothing holds yet."""
        made = self.change("Preview", file=self.form.file("file"), note=self.form.text("note"))
        return self.go("operator-customs-edition", id=made["customsRulesPreview"]["edition"]["id"])

    def _country(self) -> str:
        asked = self.query("country")
        return asked if asked in COUNTRIES else COUNTRIES[0]

    def _day(self) -> str | None:
        try:
            return date.fromisoformat(self.query("on")).isoformat()
        except ValueError:
            return None  # no day, or none that there is: today is meant
