"""Paying sellers: what is planned, the file for the bank, its answer, and who is held."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50
STATES = ("PLANNED", "SENT", "CONFIRMED", "REJECTED", "CANCELED")


class Payouts(StaffPage):
    """The address chooses the state."""

    permissions = ("payouts.manage",)

    @property
    def state(self) -> str:
        asked = self.query("status")
        return asked if asked in STATES else "PLANNED"

    def variables(self) -> Variables:
        return {"filter": {"status": [self.state]}, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"state": self.state, "states": STATES}

    @action
    def plan(self) -> HttpResponse:
        made = self.change("Plan")["payoutPlanRun"]["payouts"]
        return self.go(message=_("Planned now: %(count)s."), message_params={"count": len(made)})

    @action
    def write(self) -> HttpResponse:
        file = self.change("File", currency=self.form.text("currency", required=True).upper())
        name = file["payoutFileCreate"]["file"]["messageId"]
        message = _("The file %(name)s is there. Its payouts count as sent.")
        return self.go(message=message, message_params={"name": name})

    @action
    def report(self) -> HttpResponse:
        counts = self.change("Report", file=self.form.file("file"))["payoutReportTake"]
        return self.go(
            message=_("Paid: %(paid)s, refused: %(refused)s, on their way: %(waiting)s."),
            message_params={
                "paid": counts["confirmed"],
                "refused": counts["rejected"],
                "waiting": counts["onTheirWay"],
            },
        )

    @action
    def release(self) -> HttpResponse:
        self.change("Release", seller=self.form.text("seller", required=True))
        return self.go(message=_("The seller is paid again."))
