"""One letter with made-up data: as HTML in a frame where nothing runs, and as the text beside it."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Variables
from frontend.security import content_security_policy
from frontend.staff_page import StaffPage
from i18n.languages import LANGUAGES


class Letter(StaffPage):
    """``in`` is the language of the letter."""

    permissions = ("content.manage",)
    required = ("letterPreview",)

    @property
    def written_in(self) -> str:
        asked = self.query("in")
        return asked if asked in LANGUAGES else self.visit.language

    def variables(self) -> Variables:
        return {"kind": self.parts["kind"], "language": api_language(self.written_in)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"letter": data["letterPreview"], "written_in": self.written_in, "codes": list(LANGUAGES)}

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        response = super().show(status, **more)
        response["Content-Security-Policy"] = f"{content_security_policy()}; frame-src 'self'"
        return response
