"""What buyers paid too much and is kept for them: to be used by them, or paid back."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50


class Credit(StaffPage):
    """A row for each order that was overpaid."""

    permissions = ("orders.manage",)

    def variables(self) -> Variables:
        return self.page_wanted(PAGE_SIZE)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"rows": [edge["node"] for edge in data["buyerCredits"]["edges"]]}

    @action
    def pay_back(self) -> HttpResponse:
        self.change("PayBack", id=self.form.text("order", required=True))
        return self.go(message=_("The credit is owed back, the way the money came."))
