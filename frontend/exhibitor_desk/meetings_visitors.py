"""Visitors who look for what an exhibitor shows, and asking one of them for a meeting."""

from typing import Any

from django.http import HttpResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.exhibitor_desk.meetings import free_times
from frontend.filters import api_language
from frontend.page import action
from i18n.messages import gettext_noop as _


class MeetingsVisitors(ExhibitorDeskPage):
    """Only who agreed to be proposed; no e-mail address."""

    required = ("meetingDesk",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        desk = data["meetingDesk"]
        live = [each for each in desk["meetings"] if each["status"] in ("REQUESTED", "CONFIRMED")]
        return {
            **super().context(data),
            "times": free_times(desk["slots"], self.visit.language),
            "met": {each["visitor"]["id"] for each in live},
        }

    @action
    def invite(self) -> HttpResponse:
        self.change(
            "Invite",
            exhibitor=self.exhibitor["id"],
            visitor=self.form.text("visitor", required=True),
            startsAt=self.form.text("startsAt", required=True),
            message=self.form.text("message"),
            language=api_language(self.visit.language),
        )
        message = _("You have asked for this meeting. The time is held until the visitor answers.")
        return self.go(
            "exhibitor-meetings", slug=self.parts["slug"], exhibitor=self.parts["exhibitor"], message=message
        )
