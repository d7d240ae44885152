"""The directory of a fair: who exhibits, where, and who of them sells on the marketplace."""

from typing import Any

from frontend.expo_desk.countries import countries
from frontend.expo_desk.fair_page import FairPage
from frontend.page import Variables

PAGE_SIZE = 50


class Exhibitors(FairPage):
    """The address chooses words, a hall, a category and a country."""

    def variables(self) -> Variables:
        chosen = {
            "search": self.query("q"),
            "hall": self.query("hall"),
            "category": self.query("category"),
            "country": self.query("country"),
        }
        wanted = {name: value for name, value in chosen.items() if value}
        return {**super().variables(), "filter": wanted, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        names = ("q", "hall", "category", "country")
        return {
            **super().context(data),
            "asked": {name: self.query(name) for name in names},
            "is_filtered": any(self.query(name) for name in names),
            "countries": countries(self.visit.language),
        }
