"""How far the texts are in every language, what the machine does, and files for translators."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.http import HttpResponse

from frontend.filters import api_language, bcp47
from frontend.page import action
from frontend.translation_desk.desk import TranslationDesk
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

COUNTS = ("total", "translated", "machine", "imported", "human", "reviewed", "stale", "missing")


class Overview(TranslationDesk):
    """A row per language; every number leads to the texts it counts."""

    half: ClassVar[str] = "overview"

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        rows = data["translationCoverage"]
        languages = [sums(rows, code) for code in LANGUAGES]
        return {
            **super().context(data),
            "rows": [row for row in languages if row["total"]],
            "kinds": list({row["kind"]: row["kindLabel"] for row in rows}.items()),
            "missing": {(row["kind"], bcp47(row["language"]["code"])): row for row in rows},
            "targets": [row["code"] for row in languages if row["total"]],
            "sources": list(LANGUAGES),
        }

    @action
    def upload(self) -> HttpResponse:
        answer = self.change("Upload", seller=self.owner, file=self.form.file("file"))
        return self.go_to(self.to("file", id=answer["translationImportPreview"]["import"]["id"]), self.to("overview"))

    @action
    def translate(self) -> HttpResponse:
        language = self.form.text("language", required=True)
        if language not in LANGUAGES:
            raise self.refuse("language", _("Choose one of the list."))
        self.change("Machine", seller=self.owner, language=api_language(language))
        return self.go(message=_("The machine is at work. What it translates is marked so until somebody has read it."))


def sums(rows: Iterable[Mapping[str, Any]], code: str) -> dict[str, Any]:
    """The counts of a language over all kinds, and how much of it is done in percent, never rounded up to all."""
    mine = [row for row in rows if bcp47(row["language"]["code"]) == code]
    found: dict[str, Any] = {name: sum(row[name] for row in mine) for name in COUNTS}
    return {**found, "code": code, "percent": found["translated"] * 100 // found["total"] if found["total"] else 0}
