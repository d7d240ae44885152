"""Exhibitors that fit what a visitor looks for, the best first, each with its reasons."""

from typing import Any

from frontend.storefront.fair_meetings_page import FairMeetingsPage

LIVE = ("REQUESTED", "CONFIRMED")


class FairMatches(FairMeetingsPage):
    """Says whom one meets already."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        own = data["fairAgenda"]["meetings"] if data["fairAgenda"] else []
        met = {meeting["exhibitor"]["id"] for meeting in own if meeting["status"] in LIVE}
        return {**super().context(data), "met": met}
