"""Messages between buyers and sellers that somebody reported: read with those before them, and decided."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import FieldError, Refused
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 10
STATES = ("OPEN", "UPHELD", "DISMISSED")


class MessageReports(StaffPage):
    """Each is decided where it stands; the address chooses the state."""

    permissions = ("reviews.moderate",)

    @property
    def state(self) -> str:
        asked = self.query("state")
        return asked if asked in STATES else "OPEN"

    def variables(self) -> Variables:
        return {"filter": {"status": self.state}, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        rows = [edge["node"] for edge in data["messageReports"]["edges"]]
        return {"state": self.state, "states": STATES, "reports": rows}

    @action
    def remove(self) -> HttpResponse:
        self._decide(remove=True)
        return self.go(message=_("The message is taken away; its place in the conversation says so."))

    @action
    def keep(self) -> HttpResponse:
        self._decide(remove=False)
        return self.go(message=_("The message stays."))

    def _decide(self, *, remove: bool) -> None:
        report = self.form.text("report", required=True)
        field = f"decision-{report}"
        try:
            self.change("Decide", id=report, remove=remove, decision=self.form.text(field))
        except Refused as refused:
            placed = [
                FieldError(field if e.field == "decision" else e.field, e.code, e.message) for e in refused.errors
            ]
            raise Refused(placed) from refused
