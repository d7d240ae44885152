"""An exhibitor's meetings: those that wait for its answer first, then what is agreed upon by day."""

from itertools import groupby
from typing import Any

from django.http import HttpResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.filters import api_language, to_moment
from frontend.page import action
from i18n.formatting import format_datetime
from i18n.messages import gettext_noop as _
from i18n.today import day_here

REASONS = ("NO_TIME", "NOT_OUR_FIELD", "NOT_SERVED", "MET_ALREADY", "OTHER")


class Meetings(ExhibitorDeskPage):
    """Answers go to the other side by letter, in its own language."""

    required = ("meetingDesk",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        meetings = data["meetingDesk"]["meetings"]
        asked = [each for each in meetings if each["status"] == "REQUESTED"]
        agreed = [each for each in meetings if each["status"] == "CONFIRMED"]
        days = groupby(agreed, key=lambda each: day_here(to_moment(each["startsAt"])).isoformat())
        return {
            **super().context(data),
            "waiting": [each for each in asked if each["awaits"] == "EXHIBITOR"],
            "asked": [each for each in asked if each["awaits"] == "VISITOR"],
            "days": [(day, list(of_day)) for day, of_day in days],
            "over": [each for each in meetings if each["status"] in ("DECLINED", "CANCELLED")],
            "times": free_times(data["meetingDesk"]["slots"], self.visit.language),
        }

    @action
    def accept(self) -> HttpResponse:
        self.change("Accept", id=self._meeting())
        return self.go(message=_("The meeting is agreed. Both of you get a letter."))

    @action
    def decline(self) -> HttpResponse:
        reason = self.form.text("reason", required=True)
        if reason not in REASONS:
            raise self.refuse("reason", _("Choose one of the list."))
        self.change("Decline", id=self._meeting(), reason=reason, **self._note())
        return self.go(message=_("The meeting is declined; the time is free again."))

    @action
    def move(self) -> HttpResponse:
        starts_at = self.form.text("startsAt", required=True)
        self.change("Move", id=self._meeting(), startsAt=starts_at, **self._note())
        return self.go(message=_("You have proposed another time. It is held for you both until the visitor answers."))

    @action
    def cancel(self) -> HttpResponse:
        self.change("Cancel", id=self._meeting(), **self._note())
        return self.go(message=_("The meeting is called off; the time is free again."))

    def _meeting(self) -> str:
        return self.form.text("meeting", required=True)

    def _note(self) -> dict[str, Any]:
        return {"note": self.form.text("note"), "language": api_language(self.visit.language)}


def free_times(slots: list[dict[str, Any]], language: str) -> list[tuple[str, str]]:
    """Slots with a free table to choose from, on Viet Nam's clocks."""
    free = [slot["startsAt"] for slot in slots if slot["tablesFree"]]
    return [(start, format_datetime(to_moment(start), language)) for start in free]
