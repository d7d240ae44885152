"""When sellers are paid out: the marketplace's calendar, and those of single sellers or currencies."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY")


class PayoutSchedules(StaffPage):
    """Setting one for the same seller and currency replaces it."""

    permissions = ("payouts.manage",)

    def variables(self) -> Variables:
        return {}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"seller_choices": [(edge["node"]["id"], edge["node"]["name"]) for edge in data["sellers"]["edges"]]}

    @action
    def save(self) -> HttpResponse:
        frequency = self.form.text("frequency")
        if frequency not in FREQUENCIES:
            raise self.refuse("frequency", _("Choose one."), "REQUIRED")
        minimum = self.form.decimal("minimum", required=False)
        given = {
            "seller": self.form.optional("seller"),
            "currency": (self.form.optional("currency") or "").upper() or None,
            "frequency": frequency,
            "day": self.form.integer("day", required=False),
            "minimum": None if minimum is None else str(minimum),
        }
        self.change("ScheduleSet", input=given)
        return self.go(message=_("The calendar is saved. It counts from the next payout on."))
