"""A fair's name, days and words, and their translations."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.translating import chosen_target, language_of_form, stored_in, targets
from frontend.filters import bcp47
from frontend.page import action
from i18n.messages import gettext_noop as _

FIELDS = ("name", "theme", "description")


class Texts(FairPage):
    """The source on top, one translation below; the address chooses its language."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        expo = data["expo"]
        source = bcp47(expo["sourceLanguage"]["code"])
        target = chosen_target(self, source)
        words = self.ask("Original", slug=self.parts["slug"], language=expo["sourceLanguage"]["code"])
        original = words["expo"]["localized"]
        return {
            **super().context(data),
            "source": source,
            "original": {name: original[name]["text"] if original[name] else "" for name in FIELDS},
            "target": target,
            "tabs": targets(source, expo["translations"], target),
            "translated": stored_in(expo["translations"], target),
        }

    @action
    def update(self) -> HttpResponse:
        self.change(
            "Update",
            id=self.expo_id(),
            input={
                "name": self.form.text("name", required=True),
                "startsOn": self.day("startsOn"),
                "endsOn": self.day("endsOn"),
                "venue": self.form.text("venue"),
                "theme": self.form.text("theme"),
                "description": self.form.text("description"),
                "sourceLanguage": language_of_form(self, "sourceLanguage"),
            },
        )
        return self.go(message=_("The fair is changed."))

    @action
    def translate(self) -> HttpResponse:
        texts = {name: self.form.text(name) for name in FIELDS}
        self.change("Translate", id=self.expo_id(), language=language_of_form(self, "language"), input=texts)
        return self.go(message=_("The translation is saved."))
