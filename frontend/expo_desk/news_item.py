"""One piece of news: its text, its translations, how the letter looks, sending it, and what became of the letters."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.news_fields import news_input
from frontend.expo_desk.translating import chosen_target, language_of_form, stored_in, targets
from frontend.filters import api_language, bcp47
from frontend.page import action
from frontend.refusals import NotFound
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

FIELDS = ("title", "body")


class NewsItem(FairPage):
    """``language`` of the address chooses the translation, ``as`` the reader whose letter is shown."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        shown = self.query("as") if self.query("as") in LANGUAGES else self.visit.language
        item = self.ask("NewsItem", id=self.parts["id"], language=api_language(shown))["fairNewsItem"]
        if item is None or item["expo"]["slug"] != self.parts["slug"]:
            raise NotFound
        source = bcp47(item["sourceLanguage"]["code"])
        target = chosen_target(self, source)
        return {
            **super().context(data),
            "item": item,
            "source": source,
            "target": target,
            "tabs": targets(source, item["translations"], target),
            "translated": stored_in(item["translations"], target),
            "shown": shown,
            "shown_tabs": [(code, code == shown, True) for code in LANGUAGES],
        }

    @action
    def update(self) -> HttpResponse:
        self.change("Update", id=self.parts["id"], input=news_input(self))
        return self.go(message=_("The draft is changed."))

    @action
    def translate(self) -> HttpResponse:
        texts = {name: self.form.text(name) for name in FIELDS}
        self.change("Translate", id=self.parts["id"], language=language_of_form(self, "language"), input=texts)
        return self.go(message=_("The translation is saved."))

    @action
    def release(self) -> HttpResponse:
        self.change("Release", id=self.parts["id"])
        return self.go(message=_("The news is released. Letters go out from now on, one to each person."))

    @action
    def delete(self) -> HttpResponse:
        self.change("Delete", id=self.parts["id"])
        return self.go("expo-news", slug=self.parts["slug"], message=_("The draft is deleted."))
