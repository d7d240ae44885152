"""The visitors of a fair for its staff: who registered, from where, and the badges of those who work there."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.countries import countries
from frontend.expo_desk.fair_page import FairPage
from frontend.page import action
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50
KINDS = ("TRADE", "PRESS", "PUBLIC")


class Visitors(FairPage):
    """The address chooses words, a kind, a country, and whether they have confirmed."""

    def load(self) -> dict[str, Any]:
        data = super().load()
        return {
            **data,
            **self.ask("Visitors", expo=data["expo"]["id"], filter=self._wanted(), **self.page_wanted(PAGE_SIZE)),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        names = ("q", "kind", "country", "confirmed")
        rows = data["visitorsByCountry"]
        return {
            **super().context(data),
            "asked": {name: self.query(name) for name in names},
            "is_filtered": any(self.query(name) for name in names),
            "countries": countries(self.visit.language),
            "kinds": KINDS,
            "registered": sum(row["registered"] for row in rows),
            "came": sum(row["came"] for row in rows),
        }

    @action
    def anew(self) -> HttpResponse:
        self.change("Anew", badge=self.form.text("badge", required=True))
        return self.go(message=_("There is a new badge. The old one opens no door any more."))

    @action
    def void(self) -> HttpResponse:
        self.change("Void", badge=self.form.text("badge", required=True))
        return self.go(message=_("The badge opens no door any more."))

    @action
    def add_staff(self) -> HttpResponse:
        self.change("AddStaff", expo=self.expo_id(), name=self.form.text("holderName", required=True))
        return self.go(message=_("The badge is ready to be printed."))

    def _wanted(self) -> dict[str, Any]:
        chosen: dict[str, Any] = {"search": self.query("q"), "country": self.query("country")}
        if self.query("kind") in KINDS:
            chosen["kind"] = self.query("kind")
        wanted = {name: value for name, value in chosen.items() if value}
        confirmed = {"yes": True, "no": False}.get(self.query("confirmed"))
        return wanted if confirmed is None else {**wanted, "isConfirmed": confirmed}
