"""Which buyers may pay later: up to how much, within how many days, and since when."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50


class BuyerTerms(StaffPage):
    """Those in force, or with ``?state=all`` also those that were ended."""

    permissions = ("orders.manage",)

    @property
    def everything(self) -> bool:
        return self.query("state") == "all"

    def variables(self) -> Variables:
        wanted: dict[str, Any] = {} if self.everything else {"inForce": True}
        if self.query("q"):
            wanted["search"] = self.query("q")
        return {"filter": wanted, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        rows = [edge["node"] for edge in data["buyerTerms"]["edges"]]
        return {"rows": rows, "everything": self.everything, "searched": self.query("q")}

    @action
    def give(self) -> HttpResponse:
        limit = self.form.decimal("limit")
        given = {
            "userEmail": self.form.text("userEmail", required=True),
            "limit": str(limit),
            "currency": self.form.text("currency", required=True).upper(),
            "netDays": self.form.integer("netDays"),
            "reason": self.form.text("reason"),
        }
        self.change("TermsSet", input=given)
        return self.go(message=_("The buyer may pay later now. New terms replace earlier ones in the same currency."))

    @action
    def end(self) -> HttpResponse:
        self.change("TermsEnd", id=self.form.text("terms", required=True))
        return self.go(message=_("The terms are ended. What is owed stays due on its day."))
