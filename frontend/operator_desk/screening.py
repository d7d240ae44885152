"""One name in an order beside the listed parties it may be, and a person's decision."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class Screening(StaffPage):
    """Tell them apart, or stop the order; a decision can be taken back, and stays on record."""

    permissions = ("screening.decide",)
    required = ("screening",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        one = data["screening"]
        return {
            "one": one,
            "may_clear": one["status"] in ("HELD", "CONFIRMED"),
            "may_stop": one["status"] in ("HELD", "CLEARED"),
        }

    @action
    def clear(self) -> HttpResponse:
        self._decide("CLEARED")
        return self.go(
            message=_("Decided: somebody else is meant. The goods may leave, unless another name keeps them.")
        )

    @action
    def stop(self) -> HttpResponse:
        self._decide("CONFIRMED")
        return self.go(message=_("Decided: the goods stay. Cancel the order where the law asks for it."))

    def _decide(self, verdict: str) -> None:
        self.change("Decide", id=self.parts["id"], verdict=verdict, reason=self.form.text("reason", required=True))
