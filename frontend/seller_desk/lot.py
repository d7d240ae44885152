"""One lot: its facts, its steps, and the making of codes."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.moments import VIETNAM, local_now, read_day, read_moment
from frontend.seller_desk.seller_page import SellerPage
from frontend.seller_desk.stage_form import read_proposal, read_stage
from frontend.seller_desk.step_more import INPUT_ROWS, PAPER_ROWS, choices, padded, read_more, shown
from i18n.messages import gettext_noop as _

KINDS = ("GROWING", "HARVESTING", "RECEIVING", "COMMISSIONING", "TRANSFORMING", "ASSEMBLING", "INSPECTING", "PACKING",
         "STORING", "SHIPPING", "DEPARTING", "RETAIL_SELLING")  # fmt: skip
NEEDED_STAGES = 2
"""For a label that says that a lot can be traced."""


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
        before = shown(data, wrong)
        return {
            **super().context(data),
            "kinds": KINDS,
            "wrong": wrong,
            "next_stage": next((one["stage"] for one in lot["checklist"] or [] if one["isNext"]), None),
            **choices(data),
            "before": before,
            "input_rows": padded(before["inputs"], ("", "", ""), INPUT_ROWS),
            "paper_rows": padded(before["papers"], ("", ""), PAPER_ROWS),
            "copied": {(one["stepId"], one["field"]) for one in lot["copiedValues"] or []},
            "is_traced": len(data["linkedStages"] or []) >= NEEDED_STAGES,
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
            "trade": self.form.text("trade"),
        }
        self.change("LotUpdate", id=self.parts["id"], input=answer)
        return self.go(message=_("The lot is saved."))

    @action
    def add_step(self) -> HttpResponse:
        kind, data = self.form.text("kind", required=True), self.load()
        if kind not in KINDS:
            raise self.refuse("kind", _("Choose one of the list."))
        wrong = next((one for one in data["lot"]["steps"] if one["id"] == self.form.text("supersedes")), None)
        answer = {
            "kind": kind,
            "occurredAt": self._moment(wrong),
            "place": self.form.text("place", required=True),
            "title": self.form.text("title", required=True),
            "detail": self.form.text("detail"),
            "sourceLanguage": api_language(self.source_language),
            "supersedes": self.form.optional("supersedes"),
            **read_more(self, data, wrong),
        }
        self.change("StepAdd", lot=self.parts["id"], input=answer)
        return self.go("seller-lots-lot", seller=self.own["slug"], id=self.parts["id"], message=_("The step is added."))

    @action
    def do_stage(self) -> HttpResponse:
        """The next stage of the trade, in as few fields as it takes."""
        answer = read_stage(self, self._stage(self.form.text("stage")), self.load())
        self.change("StepAdd", lot=self.parts["id"], input=answer)
        return self.go(message=_("The step is added."))

    @action
    def confirm(self) -> HttpResponse:
        data = self.load()
        proposal = next(
            (one for one in data["lot"]["proposals"] or [] if one["id"] == self.form.text("proposal")), None
        )
        if proposal is None:
            raise self.refuse(None, _("This proposal has become a step already, or was put aside."))
        self.change("ProposalConfirm", id=proposal["id"], input=read_proposal(self, proposal["source"], data))
        return self.go(message=_("The step is added."))

    @action
    def dismiss(self) -> HttpResponse:
        self.change("ProposalDismiss", id=self.form.text("proposal", required=True))
        return self.go(message=_("The proposal is put aside."))

    @action
    def copy(self) -> HttpResponse:
        answer = {
            "number": self.form.text("number", required=True),
            "quantity": self.form.integer("quantity"),
            "producedOn": read_day(self, "producedOn"),
            "expiresOn": read_day(self, "expiresOn", required=False),
        }
        lot = self.change("LotCopy", id=self.parts["id"], input=answer)["lotCopy"]["lot"]
        message = _("The lot is created. Confirm its steps one by one.")
        return self.go("seller-lots-lot", seller=self.own["slug"], id=lot["id"], message=message)

    def _moment(self, wrong: dict[str, Any] | None) -> str:
        """A correction that leaves the minute as it was leaves the second, too."""
        if wrong and self.form.text("occurredAt") == _as_input(wrong["occurredAt"]):
            return datetime.fromisoformat(str(wrong["occurredAt"])).isoformat()
        return read_moment(self, "occurredAt")

    def _stage(self, key: str) -> dict[str, Any]:
        for one in self.load()["lot"]["checklist"] or []:
            if one["stage"]["key"] == key:
                return dict(one["stage"])
        raise self.refuse("stage", _("Choose one of the list."))

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
