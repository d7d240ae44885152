"""Register as a visitor of a fair; the address is confirmed by the link of a letter."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from frontend.reader_country import reader_country
from frontend.storefront.fair_visit_form import read_visitor, visitor_choices
from frontend.time_zones import zone_of_language
from i18n.messages import gettext_noop as _

SENT = _("We have sent a letter to this address. Open the link in it; then your badge is ready.")


class FairRegister(Page):
    """Nobody learns here whether an address is registered: the answer is always that a letter was sent."""

    required = ("expo",)

    def variables(self) -> Variables:
        return {"slug": self.parts["slug"], "channel": self.visit.market, "signedIn": self.visit.is_signed_in}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        roots = [edge["node"] for edge in data["categories"]["edges"]]
        own = self.ask("Own", expo=data["expo"]["id"])["visitor"] if self.visit.is_signed_in else None
        return {
            "choices": visitor_choices(self.visit.language, roots),
            "own": own,
            "my_email": (data.get("me") or {}).get("email", ""),
            "my_country": reader_country(self.request) or "",
            "zone": zone_of_language(self.visit.language),
        }

    @action
    def register(self) -> HttpResponse:
        expo = self._expo_id()
        entry = {**read_visitor(self.form), "email": self.form.text("email", required=True)}
        answer = self.change("Register", expo=expo, input=entry)
        if answer["visitorRegister"]["visitor"]:
            return self.go("fair-visit", query={"fair": expo}, message=_("You are registered. Your badge is ready."))
        return self.go(message=SENT)

    @action
    def send_link(self) -> HttpResponse:
        self.change("SendLink", expo=self._expo_id(), email=self.form.text("email", required=True))
        return self.go(message=_("If this address is registered, its link is on the way to it."))

    def _expo_id(self) -> str:
        return str(self.load()["expo"]["id"])
