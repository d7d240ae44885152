"""A visitor's agenda at a fair: meetings and seminars by time, answered where an answer is awaited."""

from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse

from frontend.filters import api_language, to_moment
from frontend.page import action
from frontend.storefront.fair_meetings_page import FairMeetingsPage
from i18n.messages import gettext_noop as _
from i18n.zones import both_zones

REASONS = ("NO_TIME", "NOT_OUR_FIELD", "NOT_SERVED", "MET_ALREADY", "OTHER")


class FairMeetingsAgenda(FairMeetingsPage):
    """What is to come first, by day; what was declined or called off below."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        shared = super().context(data)
        agenda, zone = data["fairAgenda"], shared["zone"]
        if not agenda:
            return shared
        live = [meeting for meeting in agenda["meetings"] if meeting["status"] in ("REQUESTED", "CONFIRMED")]
        entries = [{"meeting": meeting, "seat": None, "at": meeting["startsAt"]} for meeting in live]
        entries += [{"meeting": None, "seat": seat, "at": seat["seminar"]["startsAt"]} for seat in agenda["seats"]]
        entries.sort(key=lambda entry: to_moment(entry["at"]))
        days = groupby(entries, key=lambda entry: _day(entry["at"], zone))
        return {
            **shared,
            "days": [(day, list(of_day)) for day, of_day in days],
            "over": [meeting for meeting in agenda["meetings"] if meeting not in live],
        }

    @action
    def accept(self) -> HttpResponse:
        self.change("Accept", id=self._meeting(), token=self.token)
        return self.go(message=_("The meeting is agreed. Both of you get a letter."))

    @action
    def decline(self) -> HttpResponse:
        reason = self.form.text("reason", required=True)
        if reason not in REASONS:
            raise self.refuse("reason", _("Choose one of the list."))
        self.change("Decline", id=self._meeting(), reason=reason, **self._note())
        return self.go(message=_("The meeting is declined; the time is free again."))

    @action
    def cancel(self) -> HttpResponse:
        self.change("Cancel", id=self._meeting(), **self._note())
        return self.go(message=_("The meeting is called off; the time is free again."))

    @action
    def leave(self) -> HttpResponse:
        self.change("Leave", seminar=self.form.text("seminar", required=True), token=self.token)
        return self.go(message=_("Your seat is given back."))

    def _meeting(self) -> str:
        return self.form.text("meeting", required=True)

    def _note(self) -> dict[str, Any]:
        language = api_language(self.visit.language)
        return {"note": self.form.text("note"), "language": language, "token": self.token}


def _day(moment: str, zone: str) -> str:
    local = to_moment(moment).astimezone(ZoneInfo(both_zones(to_moment(moment), zone)[0]))
    return local.date().isoformat()
