"""Names in orders that may be on a list of denied parties, the oldest first, and the lists themselves."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50
STATES: dict[str, dict[str, Any]] = {
    "HELD": {"status": ["HELD"], "isCurrent": True},
    "CONFIRMED": {"status": ["CONFIRMED"], "isCurrent": True},
    "CLEARED": {"status": ["CLEARED"]},
    "ALL": {},
}


class Screenings(StaffPage):
    """The address chooses the state, or the number of an order."""

    permissions = ("screening.decide",)

    @property
    def state(self) -> str:
        asked = self.query("state")
        return asked if asked in STATES else "ALL" if self.query("order") else "HELD"

    def variables(self) -> Variables:
        wanted = {**STATES[self.state], "reference": self.query("order")[:60] or None}
        return {"filter": wanted, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        editions = [edge["node"] for edge in data["deniedLists"]["edges"]]
        return {
            "state": self.state,
            "states": tuple(STATES),
            "asked": self.query("order"),
            "editions": editions,
            "nothing_loaded": not any(edition["supersededAt"] is None for edition in editions),
        }

    @action
    def bring(self) -> HttpResponse:
        """A file takes the place of the edition before."""
        answer = self.change("Load", format=self.form.text("format", required=True), file=self.form.file("file"))[
            "deniedListLoad"
        ]["deniedList"]
        return self.go(
            message=_("The list holds from now on: %(count)s parties. Orders that have not left are compared with it."),
            message_params={"count": answer["partyCount"]},
        )
