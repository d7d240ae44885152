"""Where banks and providers do not agree with the ledger, and what was withheld in a month."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 25


class Books(StaffPage):
    """The state of the differences and the month of the return are in the address."""

    permissions = ("payouts.manage",)

    @property
    def month(self) -> date:
        today = timezone.localdate()
        try:
            asked = date.fromisoformat(f"{self.query('month')}-01")
        except ValueError:
            return today.replace(day=1)
        return asked if 2025 <= asked.year <= 2999 else today.replace(day=1)

    @property
    def state(self) -> str:
        return "EXPLAINED" if self.query("state") == "EXPLAINED" else "OPEN"

    def variables(self) -> Variables:
        month = self.month
        return {
            "filter": {"state": self.state},
            "year": month.year,
            "month": month.month,
            **self.page_wanted(PAGE_SIZE),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"state": self.state, "month": f"{self.month:%Y-%m}", "prepared": data["withholdingReturn"]}

    @action
    def compare(self) -> HttpResponse:
        count = self.change("Compare")["reconciliationRun"]["differences"]
        return self.go(message=_("Compared. Differences: %(count)s."), message_params={"count": count})

    @action
    def explain(self) -> HttpResponse:
        explanation = self.form.text("explanation", required=True)
        self.change("Explain", id=self.form.text("id", required=True), explanation=explanation)
        return self.go(message=_("The explanation is kept. Nothing was booked."))
