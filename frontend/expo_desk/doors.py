"""Where who works at the doors begins: the doors of the only fair, or a choice among fairs."""

from datetime import timedelta
from functools import cached_property
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from frontend.staff_page import StaffPage
from i18n.today import today_here

KEPT = timedelta(days=7)
"""After a fair a telephone may still have scans to send."""


class Doors(StaffPage):
    """Fairs that are not over first, then those that were lately."""

    permissions = ("expo.door", "expo.manage")

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        fairs = self.load()["fairs"]
        if len(fairs) == 1:
            return HttpResponseRedirect(self.url("expo-door", slug=fairs[0]["slug"]))
        return super().show(status, **more)

    def load(self) -> dict[str, Any]:
        return {"fairs": self._fairs}

    @cached_property
    def _fairs(self) -> list[dict[str, Any]]:
        found = super().load()
        coming, past = ([edge["node"] for edge in found[name]["edges"]] for name in ("coming", "past"))
        since = (today_here() - KEPT).isoformat()
        return coming + [fair for fair in reversed(past) if str(fair["endsOn"]) >= since]
