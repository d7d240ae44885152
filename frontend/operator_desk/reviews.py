"""Reviews to read before others see them, oldest first; those that somebody reported; and what was decided."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import FieldError, Refused
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 20
STATES = ("PENDING", "REPORTED", "APPROVED", "REJECTED")


class Reviews(StaffPage):
    """Each is decided where it stands."""

    permissions = ("reviews.moderate",)

    @property
    def state(self) -> str:
        asked = self.query("state")
        return asked if asked in STATES else "PENDING"

    def variables(self) -> Variables:
        wanted = {"reported": True} if self.state == "REPORTED" else {"status": self.state}
        return {"filter": wanted, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"state": self.state, "states": STATES, "counts": data}

    @action
    def approve(self) -> HttpResponse:
        self.change("Approve", id=self.form.text("review", required=True))
        return self.go(message=_("Buyers see the review now."))

    @action
    def reject(self) -> HttpResponse:
        review = self.form.text("review", required=True)
        try:
            self.change("Reject", id=review, reason=self.form.text(f"reason-{review}"))
        except Refused as refused:
            raise Refused([FieldError(f"reason-{review}", e.code, e.message) for e in refused.errors]) from refused
        return self.go(message=_("The review is not shown; its writer reads the reason."))
