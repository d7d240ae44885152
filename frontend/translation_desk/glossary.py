"""The glossary: names that stay, and words with one translation."""

from typing import Any, ClassVar

from django.http import HttpResponse

from frontend.filters import api_language, bcp47
from frontend.page import Variables, action
from frontend.translation_desk.desk import TranslationDesk
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50


class Glossary(TranslationDesk):
    """The address may name a term to change."""

    half: ClassVar[str] = "glossary"

    def variables(self) -> Variables:
        return {**super().variables(), "search": self.query("q") or None, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        terms = [edge["node"] for edge in data["glossaryTerms"]["edges"]]
        return {
            **super().context(data),
            "terms": terms,
            "chosen_term": next((_fields(term) for term in terms if term["id"] == self.query("term")), None),
            "q_terms": self.query("q"),
            "languages": list(LANGUAGES),
        }

    @action
    def save(self) -> HttpResponse:
        given = self._input()
        if self.query("term"):
            self.change("Update", id=self.query("term"), input=given)
        else:
            self.change("Create", seller=self.owner, input=given)
        return self._done(_("The term is saved."))

    @action
    def delete(self) -> HttpResponse:
        self.change("Delete", id=self.form.text("id", required=True))
        return self._done(_("The term is taken out of the glossary."))

    def _done(self, message: str) -> HttpResponse:
        if self.desk.startswith("seller"):
            return self.go(self.name_of("glossary"), seller=self.parts["seller"], message=message)
        return self.go(self.name_of("glossary"), message=message)

    def _input(self) -> dict[str, Any]:
        source, language = self.form.text("sourceLanguage", required=True), self.form.text("language")
        if source not in LANGUAGES or (language and language not in LANGUAGES):
            raise self.refuse("sourceLanguage", _("Choose one of the list."))
        use = self.form.text("rule") == "USE"
        return {
            "sourceLanguage": api_language(source),
            "term": self.form.text("term", required=True),
            "rule": "USE" if use else "KEEP",
            "language": api_language(language) if use and language else None,
            "target": self.form.text("target") if use else None,
            "matchCase": self.form.checked("matchCase", "1"),
            "note": self.form.text("note"),
        }


def _fields(term: dict[str, Any]) -> dict[str, Any]:
    language = term["language"]
    return {
        **term,
        "sourceLanguage": bcp47(term["sourceLanguage"]["code"]),
        "language": bcp47(language["code"]) if language else "",
    }
