"""Write a review of something bought, change it, take it back. Guests come with the token of their right."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Page, Variables, action
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _


class Review(Page):
    """The right of the address, for the buyer it was given to."""

    required = ("reviewInvitation",)
    indexed = False

    @property
    def token(self) -> str | None:
        return self.query("token") or None

    def variables(self) -> Variables:
        return {"id": self.parts["id"], "token": self.token}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        review = data["reviewInvitation"]["review"]
        refusals = [step for step in review["history"] if step["status"] == "REJECTED"] if review else []
        return {"review": review, "reason": refusals[-1]["reason"] if refusals else ""}

    @action
    def save(self) -> HttpResponse:
        """The first time and every later time; staff read it before others see it."""
        rating = self.form.integer("rating")
        language = self.form.text("languageCode")
        said = {
            "rating": rating,
            "text": self.form.text("text"),
            "languageCode": api_language(language if language in LANGUAGES else self.visit.language),
        }
        written = self.load()["reviewInvitation"]["review"]
        if written:
            self.change("ReviewUpdate", id=written["id"], token=self.token, input=said)
        else:
            self.change("ReviewCreate", invitation=self.parts["id"], token=self.token, input=said)
        return self.go(message=_("Thank you. We read it before others see it, usually within a working day."))

    @action
    def take_back(self) -> HttpResponse:
        written = self.load()["reviewInvitation"]["review"]
        if written:
            self.change("ReviewDelete", id=written["id"], token=self.token)
        return self.go(message=_("The review is gone."))
