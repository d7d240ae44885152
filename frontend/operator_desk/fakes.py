"""Reports of possible fakes: of all makers, and with codes that nobody gave out."""

from typing import Any

from django.http import HttpResponse

from frontend.fake_report_action import move_report
from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 20
STATES = ("NEW", "LOOKED_INTO", "CONFIRMED", "DISMISSED")


class Fakes(StaffPage):
    """The address chooses the state; newest first."""

    permissions = ("takedowns.manage",)

    @property
    def state(self) -> str:
        asked = self.query("state")
        return asked if asked in STATES else "NEW"

    def variables(self) -> Variables:
        return {"state": self.state, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"state": self.state, "states": STATES}

    @action
    def move(self) -> HttpResponse:
        move_report(self)
        return self.go(message=_("The case is updated."))
