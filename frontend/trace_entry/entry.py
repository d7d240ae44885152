"""The telephone page: steps of lots written down where they happen, also without a network."""

import json
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import HttpResponse, JsonResponse

from frontend.filters import api_language
from frontend.page import Page, action
from frontend.refusals import BadRequest, NotAllowed, NotFound, Refused
from frontend.seller_desk.lot import KINDS
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

MOST_MEASURES = 40


class TraceEntry(Page):
    """The page itself is the same for everybody, so that a telephone can keep it; who writes is known by the cookies.

    ``send`` is asked by the page's script, once for each entry that waits; its answer is JSON. Sent again, an entry is
    the step that it became: its key stands on the step for ever.
    """

    indexed = False

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"kinds": KINDS}

    def respond(self) -> HttpResponse:
        """With the camera and the place of the telephone, which no other page may ask for."""
        response = super().respond()
        response.headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(self), payment=()"
        return response

    @action
    def send(self) -> HttpResponse:
        if not self.visit.is_signed_in:
            return JsonResponse({"state": "SIGN_IN"}, status=401)
        try:
            answer = self.change(
                "StepAdd",
                lot=self.form.text("lot", required=True),
                input=self._input(),
                idempotencyKey=self.form.text("key", required=True),
            )
        except Refused as refused:
            messages = [error.message or error.code for error in refused.errors]
            return JsonResponse({"state": "REFUSED", "messages": messages}, status=422)
        except (NotAllowed, NotFound, BadRequest):
            return JsonResponse({"state": "REFUSED", "messages": [self._say(_("You have no such lot."))]}, status=422)
        return JsonResponse({"state": "SENT", "step": answer["traceStepAdd"]["step"]["id"]})

    def _input(self) -> dict[str, Any]:
        kind = self.form.text("kind", required=True)
        if kind not in KINDS:
            raise self.refuse("kind", _("Choose one of the list."))
        photo = self.request.FILES.get("photo")
        return {
            "kind": kind,
            "stage": self.form.text("stage") or None,
            "occurredAt": self.form.text("occurredAt", required=True),
            "utcOffsetMinutes": self._whole("utcOffsetMinutes"),
            "place": self.form.text("place", required=True),
            "title": self.form.text("title", required=True),
            "detail": self.form.text("detail"),
            "sourceLanguage": api_language(self.visit.language),
            "measures": self._measures(),
            "evidence": [{"file": photo, **self._taken()}] if photo is not None else None,
            "entryKey": self.form.text("key", required=True),
        }

    def _whole(self, name: str) -> int | None:
        text = self.form.text(name)
        return int(text) if text.lstrip("-").isdecimal() and len(text) <= 5 else None

    def _measures(self) -> list[dict[str, str]]:
        try:
            given = json.loads(self.form.text("measures") or "{}")
        except (ValueError, RecursionError):
            given = None
        if not isinstance(given, dict) or len(given) > MOST_MEASURES:
            raise self.refuse("measures", _("These values cannot be read."))
        return [{"name": str(name), "value": str(value)} for name, value in given.items() if value]

    def _taken(self) -> dict[str, Any]:
        return {
            "takenAt": self.form.optional("takenAt"),
            "latitude": self._degrees("latitude"),
            "longitude": self._degrees("longitude"),
        }

    def _degrees(self, name: str) -> Decimal | None:
        try:
            found = Decimal(self.form.text(name)) if self.form.text(name) else None
        except InvalidOperation:
            return None
        return found if found is not None and found.is_finite() else None

    def _say(self, message: str) -> str:
        return gettext(self.visit.language, message)
