"""The note and the steps of a lot in the other languages, each beside the original."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Variables, action
from frontend.refusals import FieldError, NotFound, Refused
from frontend.seller_desk.seller_page import SellerPage
from frontend.seller_desk.target_language import language_tabs, target_of
from i18n.messages import gettext_noop as _


class LotTranslations(SellerPage):
    """One language at a time; only what changed is sent, and what is right is kept."""

    least_role = "MANAGER"
    required = ("lot",)

    @property
    def chosen(self) -> str:
        return target_of(self, self.source_language)

    def variables(self) -> Variables:
        languages = {"source": api_language(self.source_language), "target": api_language(self.chosen)}
        return {**super().variables(), **languages}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["lot"]["variant"]["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        return {
            **super().context(data),
            "source": self.source_language,
            "chosen": self.chosen,
            "tabs": language_tabs(source=self.source_language, chosen=self.chosen, done=()),
            "own_text": own_text,
        }

    @action
    def save(self) -> HttpResponse:
        lot, errors = self.load()["lot"], []
        note = self.form.text("note")
        if note != own_text(lot["translated"]["note"]):
            errors += self._send("note", "LotTranslate", lot["id"], {"note": note})
        for step in lot["steps"]:
            texts = {name: self.form.text(f"{name}-{step['id']}") for name in ("title", "detail")}
            if texts != {name: own_text(step["translated"][name]) for name in texts}:
                errors += self._send(f"title-{step['id']}", "StepTranslate", step["id"], texts)
        if errors:
            raise Refused(errors)
        return self.go(message=_("The translation is saved."))

    def _send(self, field: str, operation: str, object_id: str, texts: Mapping[str, str]) -> list[FieldError]:
        try:
            self.change(operation, id=object_id, language=api_language(self.chosen), input=texts)
        except Refused as refused:
            return [FieldError(field, error.code, error.message) for error in refused.errors]
        return []


def own_text(words: Mapping[str, Any] | None) -> str:
    """A text that is really in the language asked for; ``""`` for one that stands in for it."""
    return "" if words is None or words["isFallback"] else str(words["text"])
