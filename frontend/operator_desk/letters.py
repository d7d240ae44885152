"""How the marketplace writes to people, and how the sending goes."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

PAGE_SIZE = 30
STATES = ("WAITING", "REFUSED", "GIVEN_UP", "EXPIRED", "SENT")


class Letters(StaffPage):
    """``in`` is the language of the previews, ``status`` chooses from the queue."""

    permissions = ("content.manage",)

    @property
    def written_in(self) -> str:
        asked = self.query("in")
        return asked if asked in LANGUAGES else self.visit.language

    @property
    def state(self) -> str:
        asked = self.query("status")
        return asked if asked in STATES else "WAITING"

    def variables(self) -> Variables:
        return {"language": api_language(self.written_in), "state": self.state, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        counts = {row["state"]: row["count"] for row in data["outgoingLetterCounts"]}
        return {
            "written_in": self.written_in,
            "codes": list(LANGUAGES),
            "state": self.state,
            "states": [(code, counts.get(code, 0)) for code in STATES],
        }

    @action
    def retry(self) -> HttpResponse:
        self.change("Retry", id=self.form.text("letter", required=True))
        return self.go(message=_("The letter is tried again."))
