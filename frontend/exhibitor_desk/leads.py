"""Whom the exhibitor met: the list, narrowed down, and the same list as a file."""

import base64
from datetime import date
from typing import Any

from django.http import HttpResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.page import Variables, action
from i18n.today import today_here

PAGE_SIZE = 50
RATINGS = ("1", "2", "3", "4", "5")


class Leads(ExhibitorDeskPage):
    """``q``, ``rating``, ``due`` and ``day`` of the address narrow it down."""

    def variables(self) -> Variables:
        return {**super().variables(), "filter": self.wanted(), **self.page_wanted(PAGE_SIZE)}

    def wanted(self) -> dict[str, Any]:
        chosen: dict[str, Any] = {"search": self.query("q") or None, "day": _day(self.query("day"))}
        chosen["leastRating"] = int(self.query("rating")) if self.query("rating") in RATINGS else None
        chosen["followUpDue"] = True if self.query("due") else None
        return {name: value for name, value in chosen.items() if value is not None}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        names = ("q", "rating", "due", "day")
        came: dict[str, list[dict[str, Any]]] = {}
        for outcome in data["leadOutcomes"]:
            if outcome["leadId"] and not outcome["isCanceled"]:
                came.setdefault(outcome["leadId"], []).append(outcome)
        return {
            **super().context(data),
            "asked": {name: self.query(name) for name in names},
            "is_filtered": bool(self.wanted()),
            "came_of": came,
            "today": today_here().isoformat(),
        }

    @action
    def export(self) -> HttpResponse:
        """The leads that the page shows, as a file; who takes it is written down."""
        form = "XLSX" if self.form.text("format") == "XLSX" else "CSV"
        exhibitor = self.exhibitor["id"]
        file = self.change("Export", exhibitor=exhibitor, format=form, filter=self.wanted())["leadsExport"]["file"]
        response = HttpResponse(base64.b64decode(file["content"]), content_type=file["mediaType"])
        response["Content-Disposition"] = f'attachment; filename="{file["fileName"]}"'
        response["Cache-Control"] = "private, no-store"
        return response


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text[:10]).isoformat() if text else None
    except ValueError:
        return None
