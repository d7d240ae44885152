"""One lot: its facts, its steps, and the making of codes."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.moments import VIETNAM, local_now, read_day, read_moment
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

KINDS = ("GROWING", "HARVESTING", "RECEIVING", "COMMISSIONING", "TRANSFORMING", "ASSEMBLING", "INSPECTING", "PACKING",
         "STORING", "SHIPPING", "DEPARTING", "RETAIL_SELLING")  # fmt: skip


class Lot(SellerPage):
    """Steps are added, never changed: a mistake is corrected by a new step in its place (``?correct=<step>``)."""

    required = ("lot",)

    def variables(self) -> Variables:
        return {**super().variables(), "language": api_language(self.source_language)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        lot = data["lot"]
        if lot["variant"]["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        steps = {step["id"]: step for step in lot["steps"]}
        wrong = steps.get(self.query("correct"))
        return {
            **super().context(data),
            "kinds": KINDS,
            "wrong": wrong,
            "moment": _as_input(wrong["occurredAt"]) if wrong else local_now(),
        }

    @action
    def save(self) -> HttpResponse:
        answer = {
            "number": self.form.text("number", required=True),
            "quantity": self.form.integer("quantity"),
            "producedOn": read_day(self, "producedOn"),
            "expiresOn": read_day(self, "expiresOn", required=False),
            "place": self.form.text("place", required=True),
            "note": self.form.text("note"),
        }
        self.change("LotUpdate", id=self.parts["id"], input=answer)
        return self.go(message=_("The lot is saved."))

    @action
    def add_step(self) -> HttpResponse:
        kind = self.form.text("kind", required=True)
        if kind not in KINDS:
            raise self.refuse("kind", _("Choose one of the list."))
        answer = {
            "kind": kind,
            "occurredAt": read_moment(self, "occurredAt"),
            "place": self.form.text("place", required=True),
            "title": self.form.text("title", required=True),
            "detail": self.form.text("detail"),
            "sourceLanguage": api_language(self.source_language),
            "supersedes": self.form.optional("supersedes"),
        }
        self.change("StepAdd", lot=self.parts["id"], input=answer)
        return self.go("seller-lots-lot", seller=self.own["slug"], id=self.parts["id"], message=_("The step is added."))

    @action
    def make_codes(self) -> HttpResponse:
        self.change("CodesCreate", lot=self.parts["id"], count=self.form.integer("count"))
        return self.go(
            "seller-lots-codes",
            seller=self.own["slug"],
            id=self.parts["id"],
            message=_("The codes are ready to print."),
        )


def _as_input(moment: datetime | str) -> str:
    found = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return found.astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M")
