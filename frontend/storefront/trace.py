"""What a traced product's label leads to: product, maker, lot, and each step on its way. No sign-in, no scripts."""

from typing import Any

from django.http import HttpResponse

from frontend.maps.step_places import step_map
from frontend.page import Page, Variables, action
from frontend.reader_country import is_looked_at, reader_country

STRENGTH_KINDS = {"PARTNER": "success", "PAPER": "success", "PHOTO": "success", "OWN_WORD": "", "COPIED": "warning"}
EAGER_PHOTOS = 1
"""Of the first step with a photo; the others are fetched when somebody opens them."""


class Trace(Page):
    """The public story of one code; a code that was never made, or was withdrawn, is told apart and plainly."""

    indexed = False

    def variables(self) -> Variables:
        return {"code": self.parts["code"][:60]}

    @property
    def is_of_lot(self) -> bool:
        """A whole lot's label led here: nothing is said of the one piece whose code it happens to be."""
        return self.query("by") == "lot"

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        trace = data["trace"]
        if trace is None:
            self.status = 404
        elif is_looked_at(self.request) and not self.is_of_lot:
            self.change("CountScan", code=trace["code"], country=reader_country(self.request))
        return {
            "code": self.parts["code"][:60],
            "is_active": trace and trace["status"] == "ACTIVE",
            "is_of_lot": self.is_of_lot,
            "map": step_map(trace["steps"]) if trace else None,
            "check": None,
            "strength_kinds": STRENGTH_KINDS,
            "withheld": bool(trace) and any(step["partnerIsWithheld"] for step in trace["steps"]),
        }

    @action
    def check(self) -> HttpResponse:
        """The answer is shown once and stands in no address."""
        answer = self.change("Check", code=self.parts["code"][:60], pin=self.form.text("pin", required=True)[:40])
        return self.show(check=answer["tracePieceCheck"]["check"])
