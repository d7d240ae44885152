"""What the pages of a visitor's time at a fair have in common: whose time it is, and on which clocks.

The mailed link brings the visitor's token once; a cookie of the fair keeps it, and the address is then free of it. Who
is signed in and registered with the account needs no link.
"""

import re
from datetime import date
from typing import Any, ClassVar

from django.http import HttpResponse, HttpResponseRedirect

from frontend.page import Page, Variables
from frontend.visit import DAY
from i18n.today import today_here

AGE = 120 * DAY


class FairMeetingsPage(Page):
    """Below the fair's slug; its document answers ``expo`` and ``fairAgenda``."""

    required: ClassVar[tuple[str, ...]] = ("expo",)
    indexed = False

    @property
    def token(self) -> str | None:
        """Of the mailed link, from the address or the cookie."""
        return self.query("token") or self.visit.cookies.get(self._cookie) or None

    def variables(self) -> Variables:
        return {**super().variables(), "slug": self.parts["slug"], "token": self.token}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        agenda = data["fairAgenda"]
        mine = {"token": self.token} if self.token else {"fair": data["expo"]["id"]}
        return {
            "my_visit": self.url("fair-visit", query=mine),
            "agenda": agenda,
            "zone": agenda["visitor"]["timezone"] if agenda else "",
            "is_over": date.fromisoformat(str(data["expo"]["endsOn"])) < today_here(),
        }

    def respond(self) -> HttpResponse:
        if self.request.method == "GET" and self.query("token"):
            return self._keep_token()
        response = super().respond()
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def _keep_token(self) -> HttpResponse:
        """The rest of the address stays; the token goes into the cookie, where no page opened from here is told it."""
        self.visit.keep(self._cookie, self.query("token"), AGE)
        rest = self.request.GET.copy()
        rest.pop("token")
        address = f"{self.request.path}?{rest.urlencode()}" if rest else self.request.path
        response = HttpResponseRedirect(address)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "private, no-store"
        return response

    @property
    def _cookie(self) -> str:
        return f"visitor_{re.sub(r'[^a-z0-9-]', '', self.parts['slug'].lower())[:60]}"
