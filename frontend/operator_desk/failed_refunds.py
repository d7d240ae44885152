"""Refunds that are still owed to buyers: those that failed first, to be tried again."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50
STATES = ("FAILED", "DUE", "SENT")


class FailedRefunds(StaffPage):
    """The address chooses the state."""

    permissions = ("orders.manage",)

    @property
    def state(self) -> str:
        asked = self.query("state")
        return asked if asked in STATES else "FAILED"

    def variables(self) -> Variables:
        return {"filter": {"status": [self.state]}, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"state": self.state, "states": STATES, "rows": [edge["node"] for edge in data["refunds"]["edges"]]}

    @action
    def retry(self) -> HttpResponse:
        refund = self.change("Retry", id=self.form.text("refund", required=True))["refundRetry"]["refund"]
        if refund["status"] == "FAILED":
            return self.go(message=_("It failed again. The provider's reason stands beside it."))
        return self.go(message=_("The refund is on its way again."))
