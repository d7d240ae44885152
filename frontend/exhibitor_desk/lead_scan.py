"""Badges scanned at the stand with a telephone, also where there is no network."""

import uuid
from datetime import date
from typing import Any

from django.http import HttpResponse, JsonResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.offline.page import CAMERA
from frontend.page import action
from frontend.refusals import BadRequest, NotAllowed, NotFound, Refused
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

RATINGS = ("1", "2", "3", "4", "5")


class LeadScan(ExhibitorDeskPage):
    """A telephone keeps the page. ``send`` is asked by its script, once for each scan that waits, and answers in JSON;
    ``write`` is the same form without a script. A scan has a key of its own, so that sent again it is the same one.
    """

    indexed = False

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "key": str(uuid.uuid4()),
            "exhibits": data["exhibitorDesk"]["exhibitor"]["exhibits"],
        }

    def respond(self) -> HttpResponse:
        """With the camera of the telephone, which other pages may not ask for."""
        response = super().respond()
        response.headers["Permissions-Policy"] = CAMERA
        return response

    @action
    def write(self) -> HttpResponse:
        lead = self._scan()
        parts = {"slug": self.parts["slug"], "exhibitor": self.parts["exhibitor"], "id": lead["id"]}
        return self.go("exhibitor-leads-lead", message=_("The badge is scanned."), **parts)

    @action
    def send(self) -> HttpResponse:
        try:
            lead = self._scan()
        except Refused as refused:
            messages = [error.message or error.code for error in refused.errors]
            return JsonResponse({"state": "REFUSED", "messages": messages}, status=422)
        except (NotAllowed, NotFound, BadRequest):
            return JsonResponse({"state": "REFUSED", "messages": [self._say(_("This is not your stand."))]}, status=422)
        contact = lead["contact"]
        said = {"name": contact["name"], "firm": contact["firm"]} if contact else None
        return JsonResponse(
            {"state": "SENT", "lead": lead["id"], "contact": said, "country": lead["country"]["country"]}
        )

    def _scan(self) -> dict[str, Any]:
        scanned = {
            "code": self.form.text("code", required=True),
            "clientId": self._key(),
            "scannedAt": self.form.optional("scannedAt"),
            "note": self.form.text("note"),
            "rating": int(self.form.text("rating")) if self.form.text("rating") in RATINGS else None,
            "followUpOn": self._day("followUpOn"),
            "exhibits": [each for text in self.form.all("exhibits") for each in text.split(",") if each],
        }
        return dict(self.change("Scan", exhibitor=self.exhibitor["id"], input=scanned)["leadScan"]["lead"])

    def _key(self) -> str:
        try:
            return str(uuid.UUID(self.form.text("key", required=True)))
        except ValueError as error:
            raise self.refuse("key", _("Open the page anew.")) from error

    def _day(self, name: str) -> str | None:
        text = self.form.text(name)
        try:
            return date.fromisoformat(text).isoformat() if text else None
        except ValueError as error:
            raise self.refuse(name, _("Write a day, for example 2026-11-21.")) from error

    def _say(self, message: str) -> str:
        return gettext(self.visit.language, message)
