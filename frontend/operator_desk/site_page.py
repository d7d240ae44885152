"""One of the marketplace's own texts: written a language at a time, drafted, looked at, published, and gone back to."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language, bcp47, to_moment
from frontend.page import Variables, action
from frontend.seller_desk.plain import editable
from frontend.staff_page import StaffPage
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.today import day_here

FIELDS = ("title", "lead", "content", "imageAlt", "seoTitle", "seoDescription")
KINDS = ("PAGE", "POLICY", "HELP", "STORY")


class SitePage(StaffPage):
    """``?language=`` chooses whose texts are edited; without it they are those the page was written in."""

    permissions = ("content.manage",)
    required = ("page",)

    def variables(self) -> Variables:
        return {"id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        one = data["page"]
        own = bcp47(one["sourceLanguage"]["code"])
        language = self._language(own)
        draft = next((each for each in one["drafts"] if bcp47(each["language"]["code"]) == language), None)
        stored = one if language == own else _stored(one, language)
        texts = draft["texts"] if draft else stored
        states = [(bcp47(row["language"]["code"]), row["state"]) for row in one["languages"]]
        return {
            "one": one,
            "own": own,
            "written": language,
            "draft": draft,
            "texts": {name: texts.get(name) or "" for name in FIELDS}
            | {"content": editable(texts.get("content") or "")},
            "tabs": [(code, code == language, state != "MISSING") for code, state in states],
            "state": dict(states)[language],
            "kinds": KINDS,
            "shown_from": day_here(to_moment(one["publishedAt"])).isoformat() if one["publishedAt"] else "",
            "sellers": [("", ""), *((edge["node"]["id"], edge["node"]["name"]) for edge in data["sellers"]["edges"])],
            "versions": [edge["node"] for edge in one["versions"]["edges"]],
        }

    @action
    def settings(self) -> HttpResponse:
        """Where it stands and who reads it, whatever the language."""
        answer: dict[str, Any] = {
            "slug": self.form.text("slug"),
            "kind": self.form.text("kind") if self.form.text("kind") in KINDS else "PAGE",
            "seller": self.form.optional("seller"),
            "isPublished": bool(self.form.text("isPublished")),
            "publishedAt": self._moment(),
            "isSample": bool(self.form.text("isSample")),
        }
        picture = self.form.file("picture", required=False)
        if picture is not None or self.form.text("noPicture"):
            answer["picture"] = picture
        self.change("PageUpdate", id=self.parts["id"], input=answer)
        return self.go(message=_("The page is saved."))

    @action
    def save(self) -> HttpResponse:
        """Published at once, in one language."""
        one = self.ask("SitePage", id=self.parts["id"])["page"]
        own, language = bcp47(one["sourceLanguage"]["code"]), self._posted_language()
        self.change("DraftSave", id=one["id"], languageCode=api_language(language), input=self._typed(language == own))
        self.change("DraftPublish", id=one["id"], languageCode=api_language(language))
        return self.go(message=_("The texts are saved."))

    @action
    def draft(self) -> HttpResponse:
        """Kept for later; what everybody reads stays as it is."""
        language = api_language(self._posted_language())
        self.change("DraftSave", id=self.parts["id"], languageCode=language, input=self._typed(False))
        return self.go(message=_("The draft is kept. Only those who write pages see it."))

    @action
    def discard(self) -> HttpResponse:
        self.change("DraftDiscard", id=self.parts["id"], languageCode=api_language(self._posted_language()))
        return self.go(message=_("The draft is thrown away."))

    @action
    def preview(self) -> HttpResponse:
        """A link that whoever has it may open for two hours."""
        made = self.change("PreviewCreate", id=self.parts["id"])["pagePreviewCreate"]
        return self.go("site-preview", token=made["token"], language=self._posted_language())

    @action
    def restore(self) -> HttpResponse:
        self.change("VersionRestore", id=self.form.text("version", required=True))
        return self.go(message=_("The page says again what it said then."))

    @action
    def delete(self) -> HttpResponse:
        self.change("PageDelete", id=self.parts["id"])
        return self.go("operator-pages", message=_("The page is deleted."))

    def _language(self, own: str) -> str:
        wanted = self.form.text("language") or self.query("language")
        return wanted if wanted in LANGUAGES else own

    def _posted_language(self) -> str:
        wanted = self.form.text("language")
        return wanted if wanted in LANGUAGES else self.visit.language

    def _typed(self, is_original: bool) -> dict[str, str]:
        typed = {name: self.form.text(name) for name in FIELDS}
        if is_original:
            typed["title"] = self.form.text("title", required=True)
        return typed

    def _moment(self) -> str | None:
        """The beginning of a day in Vietnam, as the API takes moments."""
        day = self.form.text("publishedOn")
        return f"{day}T00:00:00+07:00" if day else None


def _stored(one: dict[str, Any], language: str) -> dict[str, Any]:
    rows = (row for row in one["translations"] if bcp47(row["language"]["code"]) == language)
    return next(rows, {})
