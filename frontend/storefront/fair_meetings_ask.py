"""Ask an exhibitor for a meeting, or propose another time for one: a free half-hour and a word about it."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Variables, action
from frontend.storefront.fair_meetings_page import FairMeetingsPage
from frontend.storefront.fair_meetings_slots import clock_names, slots_by_day
from i18n.messages import gettext_noop as _


class FairMeetingsAsk(FairMeetingsPage):
    """``meeting`` in the address names one of the visitor's own that is to be moved."""

    required = ("expo", "exhibitor")

    def variables(self) -> Variables:
        return {**super().variables(), "exhibitor": self.parts["exhibitor"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        shared = super().context(data)
        slots, zone = data["meetingSlots"], shared["zone"]
        own = data["fairAgenda"]["meetings"] if data["fairAgenda"] else []
        return {
            **shared,
            "days": slots_by_day(slots, self.visit.language, zone),
            "clock_names": clock_names(slots, self.visit.language, zone),
            "moving": next((meeting for meeting in own if meeting["id"] == self.query("meeting")), None),
        }

    @action
    def request_meeting(self) -> HttpResponse:
        self.change(
            "Ask",
            exhibitor=self.parts["exhibitor"],
            startsAt=self.form.text("startsAt", required=True),
            message=self.form.text("message"),
            language=api_language(self.visit.language),
            token=self.token,
        )
        message = _("You have asked for this meeting. The time is held for you; you get a letter when it is answered.")
        return self.go("fair-agenda", slug=self.parts["slug"], message=message)

    @action
    def move(self) -> HttpResponse:
        self.change(
            "Move",
            id=self.query("meeting"),
            startsAt=self.form.text("startsAt", required=True),
            note=self.form.text("message"),
            language=api_language(self.visit.language),
            token=self.token,
        )
        message = _("You have proposed another time. It is held for you both until the exhibitor answers.")
        return self.go("fair-agenda", slug=self.parts["slug"], message=message)
