"""Withheld tax on its way to the state, and the tax invoices of sellers that need somebody."""

from datetime import date
from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 25


class Tax(StaffPage):
    """The address says whether only the invoices that need attention are listed."""

    permissions = ("payouts.manage",)

    @property
    def everything(self) -> bool:
        return self.query("all") == "1"

    def variables(self) -> Variables:
        wanted = None if self.everything else {"needsAttention": True}
        return {**super().variables(), "filter": wanted, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"everything": self.everything, "returns": [edge["node"] for edge in data["taxReturns"]["edges"]]}

    @action
    def prepare(self) -> HttpResponse:
        try:
            month = date.fromisoformat(f"{self.form.text('month', required=True)[:7]}-01")
        except ValueError:
            raise self.refuse("month", _("This is no month.")) from None
        self.change("Prepare", year=month.year, month=month.month)
        return self.go(message=_("The return is prepared. Nothing was filed or paid."))

    @action
    def file_return(self) -> HttpResponse:
        self.change("FileReturn", **self._said())
        return self.go(message=_("It counts as filed."))

    @action
    def pay(self) -> HttpResponse:
        self.change("Pay", **self._said())
        return self.go(message=_("The tax has left the ledger for the state."))

    def _said(self) -> dict[str, str]:
        return {"id": self.form.text("id", required=True), "reference": self.form.text("reference", required=True)}
