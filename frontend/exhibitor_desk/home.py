"""The door of the exhibitor desk: to the only exhibitor, or to one of several and to what was applied for."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from frontend.page import Page

OPEN = ("DRAFT", "SUBMITTED", "WAITLISTED")
"""Applications that somebody may still want to see before the only desk."""


class Home(Page):
    """At which fair, for whom."""

    needs_sign_in = True

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        found = self.load()
        mine, waiting = found["myExhibitors"], [one for one in found["myFairApplications"] if one["status"] in OPEN]
        if len(mine) == 1 and not waiting:
            only = mine[0]
            address = self.url("exhibitor-today", slug=only["expo"]["slug"], exhibitor=only["exhibitor"]["id"])
            return HttpResponseRedirect(address)
        return super().show(status, **more)
