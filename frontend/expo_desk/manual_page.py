"""One page of the exhibitor manual as staff write it: text, day and questions."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.page import action
from frontend.refusals import NotFound
from i18n.messages import gettext_noop as _

KINDS = ("TEXT", "NUMBER", "CHOICE", "FILE")
SPARE = 3
"""Empty rows for new questions."""


class ManualPage(FairPage):
    """A question whose label is emptied is taken away, unless somebody has answered it."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        page = self._page(data)
        return {**super().context(data), "one": page, "rows": [*page["questions"], *[None] * SPARE], "kinds": KINDS}

    @action
    def save(self) -> HttpResponse:
        values = {
            "title": self.form.text("title", required=True),
            "body": self.form.text("body", required=True),
            "dueOn": self.day("dueOn") if self.form.text("dueOn") else None,
            "position": self.form.integer("position", required=False) or 0,
        }
        self.change("Save", id=self.parts["id"], input=values)
        return self.go(message=_("The page is saved."))

    @action
    def ask_questions(self) -> HttpResponse:
        places = range(len(self._page(self.load())["questions"]) + SPARE)
        questions = [question for place in places if (question := self._question(place))]
        self.change("SetQuestions", pageId=self.parts["id"], questions=questions)
        return self.go(message=_("The questions are saved."))

    @action
    def delete(self) -> HttpResponse:
        self.change("Delete", id=self.parts["id"])
        return self.go("expo-manual", slug=self.parts["slug"], message=_("The page is removed."))

    def _question(self, place: int) -> dict[str, Any] | None:
        label, kind = self.form.text(f"label{place}"), self.form.text(f"kind{place}")
        if not label:
            return None
        if kind not in KINDS:
            raise self.refuse(f"kind{place}", _("Choose one of the list."))
        return {
            "id": self.form.text(f"id{place}") or None,
            "label": label,
            "kind": kind,
            "choices": [line for line in self.form.text(f"choices{place}").split("\n") if line.strip()],
            "isRequired": bool(self.form.text(f"required{place}")),
        }

    def _page(self, data: dict[str, Any]) -> dict[str, Any]:
        for page in data["expo"]["manualPages"]:
            if page["id"] == self.parts["id"]:
                return dict(page)
        raise NotFound
