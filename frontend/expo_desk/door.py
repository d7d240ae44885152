"""The page of a fair's doors: badges scanned on a telephone, with a network or without."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from frontend.addresses import address_of
from frontend.offline.page import CAMERA, OfflinePage, manifest_of, worker_of
from frontend.page import Page, Variables, action
from frontend.refusals import BadRequest, NotAllowed, NotFound, Refused
from i18n.messages import gettext_noop as _

MARK = re.compile(r"[0-9a-f]{16}")


class Door(Page):
    """The page is the same for everybody, so that a telephone can keep it; who scans is known by the cookies.

    ``send`` is asked by the page's script, once for each scan that waits; its answer is JSON. Sent again, a scan is the
    one that is there. What is sent is a mark of the badge's code, never a name.
    """

    indexed = False
    required = ("expo",)

    def variables(self) -> Variables:
        return {"slug": self.parts["slug"]}

    def respond(self) -> HttpResponse:
        """With the camera of the telephone."""
        response = super().respond()
        response.headers["Permissions-Policy"] = CAMERA
        return response

    @action
    def send(self) -> HttpResponse:
        if not self.visit.is_signed_in:
            return JsonResponse({"state": "SIGN_IN"}, status=401)
        try:
            answer = self.change("Scan", expo=self.form.text("expo", required=True), input=self._scan())["doorScan"]
        except Refused as refused:
            messages = [error.message or error.code for error in refused.errors]
            return JsonResponse({"state": "REFUSED", "messages": messages}, status=422)
        except (NotAllowed, NotFound):
            return JsonResponse({"state": "NOT_ALLOWED"}, status=403)
        except BadRequest as wrong:
            return JsonResponse({"state": "REFUSED", "messages": [str(wrong)]}, status=422)
        return JsonResponse({"state": "SENT", "outcome": answer["outcome"], "kind": answer["kind"]})

    def _scan(self) -> dict[str, Any]:
        mark = self.form.text("mark", required=True)
        if not MARK.fullmatch(mark):
            raise self.refuse("mark", _("This is not a badge."))
        return {
            "mark": mark,
            "door": self.form.text("door", required=True),
            "direction": self.form.text("direction", required=True),
            "scannedAt": self.form.text("scannedAt", required=True),
            "clientId": self.form.text("key", required=True),
        }


@require_safe
def manifest(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """The web application manifest, in the language of the page."""
    return manifest_of(_page(language, slug))


@require_safe
def worker(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """The service worker of one fair's doors in one language."""
    return worker_of(_page(language, slug))


def _page(language: str, slug: str) -> OfflinePage:
    return OfflinePage(
        name="door",
        address=address_of("expo-door", language=language, market="", slug=slug),
        title=_("Doors of the fair"),
        language=language,
        script="door",
        sheets=("trace_entry", "door"),
    )
