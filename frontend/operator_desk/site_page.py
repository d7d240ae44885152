"""One of the marketplace's own texts: its words in every language, how they look, whether everybody reads it."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language, bcp47
from frontend.page import Variables, action
from frontend.seller_desk.plain import editable
from frontend.staff_page import StaffPage
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

FIELDS = ("title", "content", "seoTitle", "seoDescription")


class SitePage(StaffPage):
    """``?preview=`` shows how it looks in a language."""

    permissions = ("content.manage",)
    required = ("page",)

    def variables(self) -> Variables:
        return {"id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        one = data["page"]
        own = bcp47(one["sourceLanguage"]["code"])
        return {
            "one": one,
            "content": editable(one["content"]),
            "texts": _texts(one, own),
            "looks": [{"language": own, **_words(one)}, *(row for row in _stored(one) if row["content"])],
        }

    @action
    def save(self) -> HttpResponse:
        answer: dict[str, Any] = {name: self.form.text(name) for name in ("slug", *FIELDS)}
        answer["title"] = self.form.text("title", required=True)
        answer["isPublished"] = bool(self.form.text("isPublished"))
        answer["isSample"] = bool(self.form.text("isSample"))
        self.change("PageUpdate", id=self.parts["id"], input=answer)
        return self.go(message=_("The page is saved."))

    @action
    def translate(self) -> HttpResponse:
        one = self.ask("SitePage", id=self.parts["id"])["page"]
        for row in _texts(one, bcp47(one["sourceLanguage"]["code"])):
            typed = {name: self.form.text(f"{name}-{row['language']}") for name in FIELDS}
            if any(typed[name] != row[name] for name in FIELDS):
                self.change("PageTranslate", id=one["id"], languageCode=api_language(row["language"]), input=typed)
        return self.go(message=_("The texts are saved."))

    @action
    def delete(self) -> HttpResponse:
        self.change("PageDelete", id=self.parts["id"])
        return self.go("operator-pages", message=_("The page is deleted."))


def _words(texts: dict[str, Any]) -> dict[str, str]:
    return {name: texts[name] or "" for name in FIELDS}


def _stored(one: dict[str, Any]) -> list[dict[str, str]]:
    return [{"language": bcp47(each["language"]["code"]), **_words(each)} for each in one["translations"]]


def _texts(one: dict[str, Any], own: str) -> list[dict[str, str]]:
    """A row to edit for every other language."""
    stored = {row["language"]: row for row in _stored(one)}
    empty = dict.fromkeys(FIELDS, "")
    rows = [{**empty, **stored.get(code, {}), "language": code} for code in LANGUAGES if code != own]
    return [{**row, "content": editable(row["content"])} for row in rows]
