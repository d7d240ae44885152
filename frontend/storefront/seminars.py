"""The seminars of a fair by day: who speaks, in which languages, and how many seats are left."""

from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse

from frontend.filters import to_moment
from frontend.page import action
from frontend.storefront.fair_meetings_page import FairMeetingsPage
from i18n.messages import gettext_noop as _
from i18n.zones import both_zones


class Seminars(FairMeetingsPage):
    """Public; who is registered books here."""

    indexed = True

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        shared = super().context(data)
        zone = shared["zone"]
        days = groupby(data["seminars"], key=lambda seminar: _day(seminar["startsAt"], zone))
        seats = data["fairAgenda"]["seats"] if data["fairAgenda"] else []
        return {
            **shared,
            "days": [(day, list(of_day)) for day, of_day in days],
            "mine": {seat["seminar"]["id"]: seat for seat in seats},
        }

    @action
    def book(self) -> HttpResponse:
        made = self.change("Book", seminar=self.form.text("seminar", required=True), token=self.token)
        booked = made["seminarBook"]["seat"]["status"] == "BOOKED"
        waits = _("All seats are taken. You are on the waiting list and get a letter when a seat is yours.")
        return self.go(message=_("A seat is booked for you.") if booked else waits)

    @action
    def leave(self) -> HttpResponse:
        self.change("Leave", seminar=self.form.text("seminar", required=True), token=self.token)
        return self.go(message=_("Your seat is given back."))


def _day(moment: str, zone: str) -> str:
    local = to_moment(moment).astimezone(ZoneInfo(both_zones(to_moment(moment), zone)[0]))
    return local.date().isoformat()
