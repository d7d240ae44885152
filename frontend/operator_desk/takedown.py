"""One request of an authority: its deadline, its history, the data it may be given, and what staff decide."""

import json
import re
from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class Takedown(StaffPage):
    """Answer the authority, uphold after an objection, lift."""

    permissions = ("takedowns.manage",)
    required = ("takedown",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        steps = data["takedown"]["steps"]
        return {"history": steps[::-1], "has_objection": any(step["kind"] == "OBJECTED" for step in steps)}

    @action
    def answer(self) -> HttpResponse:
        self.change("Answer", id=self.parts["id"], note=self.form.optional("note"))
        return self.go(message=_("The authority's deadline is met."))

    @action
    def uphold(self) -> HttpResponse:
        self.change("Uphold", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("It stays hidden; the seller reads the reason."))

    @action
    def lift(self) -> HttpResponse:
        self.change("Lift", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("It is shown again wherever it is approved and published."))

    @action
    def dossier(self) -> HttpResponse:
        """The data for the authority, as a file."""
        found = self.ask("Dossier", id=self.parts["id"])["takedown"]
        content = json.dumps(found["dossier"], ensure_ascii=False, indent=2, default=str)
        name = re.sub(r"[^A-Za-z0-9-]+", "-", found["reference"]).strip("-") or "takedown"
        response = HttpResponse(content, content_type="application/json; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}.json"'
        return response
