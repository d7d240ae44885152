"""When an exhibitor can be met, and at how many tables."""

from itertools import groupby
from typing import Any

from django.http import HttpResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.filters import to_moment
from frontend.page import action
from i18n.formatting import HERE
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from i18n.zones import clock_time, zone_name


class MeetingsTimes(ExhibitorDeskPage):
    """A ticked half-hour is offered to visitors."""

    required = ("meetingDesk",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        slots = [{**slot, "time": self._time(slot["startsAt"])} for slot in data["meetingDesk"]["slots"]]
        days = groupby(slots, key=lambda slot: day_here(to_moment(slot["startsAt"])).isoformat())
        return {
            **super().context(data),
            "days": [(day, list(of_day)) for day, of_day in days],
            "clock": zone_name(HERE, self.visit.language),
        }

    @action
    def offer(self) -> HttpResponse:
        """All half-hours that the page showed: the ticked ones are offered, the others kept free of meetings."""
        shown, ticked = self.form.all("shown"), set(self.form.all("offered"))
        exhibitor = self.exhibitor["id"]
        closed = [start for start in shown if start not in ticked]
        self.change("Close", exhibitor=exhibitor, startsAt=sorted(ticked & set(shown)), isClosed=False)
        self.change("Close", exhibitor=exhibitor, startsAt=closed, isClosed=True)
        return self.go(message=_("Your times are saved."))

    @action
    def set_tables(self) -> HttpResponse:
        self.change("Tables", exhibitor=self.exhibitor["id"], tables=self.form.integer("tables"))
        return self.go(message=_("The number of tables is saved."))

    def _time(self, moment: str) -> str:
        return clock_time(to_moment(moment), self.visit.language, HERE)
