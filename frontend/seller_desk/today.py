"""What is to be done today, the most urgent first, how the week went, and the first steps of a new shop."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.seller_desk.first_steps import steps_of
from frontend.seller_desk.seller_page import SellerPage
from frontend.seller_desk.tasks import tasks_of
from i18n.messages import gettext_noop as _
from i18n.today import today_here

SHOWN = 5


class Today(SellerPage):
    """The desk's first page."""

    required = ("seller",)

    def variables(self) -> Variables:
        today = today_here()
        week = {"firstDay": (today - timedelta(days=6)).isoformat(), "lastDay": today.isoformat(), "step": "DAY"}
        return {**super().variables(), "week": week}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        changes = data["seller"]["history"] or []
        found = data["sellerFirstSteps"]
        return {
            **super().context(data),
            "shown": SHOWN,
            "reason": changes[-1]["reason"] if changes else "",
            "tasks": tasks_of(self, data),
            "steps": None if found["isHidden"] or found["isComplete"] else steps_of(self, found),
            "week": [one for one in (data.get("sellerFigures") or {"currencies": []})["currencies"] if one["orders"]],
        }

    @action
    def hide_steps(self) -> HttpResponse:
        """For everybody of the seller; the settings bring them back."""
        self.change("Hide", seller=self.own["id"], hidden=True)
        return self.go(message=_("The first steps are put away. The settings show them again."))
