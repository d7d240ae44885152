"""One page of the exhibitor manual, with its questions and the firm's answers."""

from typing import Any

from django.http import HttpResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.page import action
from frontend.refusals import NotFound
from i18n.messages import gettext_noop as _


class ManualPage(ExhibitorDeskPage):
    """For managers. The inputs are named by the place of their question."""

    required = ("exhibitorDesk",)
    for_managers = True

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        own = self._own(data)
        answers = {answer["question"]["id"]: answer for answer in own["answers"]}
        return {**super().context(data), "page": own["page"], "done_at": own["doneAt"], "answers": answers}

    @action
    def answer(self) -> HttpResponse:
        """All answers of the page at once; a file that is not chosen anew stays."""
        page = self._own(self.load())["page"]
        found = [self._answer(place, question) for place, question in enumerate(page["questions"])]
        answers = [answer for answer in found if answer is not None]
        self.change("Answer", exhibitorId=self.exhibitor["id"], pageId=page["id"], answers=answers)
        here = {"slug": self.parts["slug"], "exhibitor": self.parts["exhibitor"]}
        return self.go("exhibitor-manual", **here, message=_("Kept. The organiser sees your answers."))

    def _own(self, data: dict[str, Any]) -> dict[str, Any]:
        for own in data["exhibitorDesk"]["manual"]:
            if own["page"]["id"] == self.parts["id"]:
                return dict(own)
        raise NotFound

    def _answer(self, place: int, question: dict[str, Any]) -> dict[str, Any] | None:
        name, about = f"q{place}", {"questionId": question["id"]}
        if question["kind"] == "FILE":
            file = self.form.file(name, required=False)
            return {**about, "file": file} if file is not None else None
        if question["kind"] == "NUMBER":
            return {**about, "number": self.form.decimal(name, required=False)}
        if question["kind"] == "CHOICE":
            return {**about, "choice": self.form.integer(name, required=False)}
        return {**about, "text": self.form.text(name)}
