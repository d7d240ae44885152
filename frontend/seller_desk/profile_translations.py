"""The shop's name, line and story in the other languages, each beside the original."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language, bcp47
from frontend.page import Variables, action
from frontend.seller_desk.seller_page import SellerPage
from frontend.seller_desk.target_language import language_tabs, source_mark, target_of
from i18n.messages import gettext_noop as _

FIELDS = ("name", "tagline", "story")


class ProfileTranslations(SellerPage):
    """One language at a time; it is in the address."""

    least_role = "OWNER"
    required = ("seller",)

    def variables(self) -> Variables:
        return {**super().variables(), "source": api_language(self.source_language)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        chosen = target_of(self, self.source_language)
        stored = {bcp47(one["language"]["code"]): one for one in data["seller"]["translations"]}
        mine = stored.get(chosen, {})
        original = {name: (text or {}).get("text", "") for name, text in data["seller"]["localized"].items()}
        return {
            **super().context(data),
            "source": self.source_language,
            "chosen": chosen,
            "tabs": language_tabs(source=self.source_language, chosen=chosen, done=stored),
            "original": original,
            "translated": {name: mine.get(name) or "" for name in FIELDS},
            "mark": source_mark(mine.get("source")),
        }

    @action
    def save(self) -> HttpResponse:
        chosen = target_of(self, self.source_language)
        texts = {name: self.form.text(name) for name in FIELDS}
        self.change("ProfileTranslate", id=self.own["id"], language=api_language(chosen), input=texts)
        return self.go(message=_("The translation is saved."))
