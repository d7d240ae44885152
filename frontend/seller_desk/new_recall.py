"""Calling goods back: which lots, what they can do, why and what to do, in Vietnamese and English at least."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Variables, action
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

HAZARDS = ("INJURY", "FIRE", "CHOKING", "CHEMICAL", "MICROBIAL", "ALLERGEN", "MARKING", "OTHER")
LANGUAGES = ("vi", "en")


class NewRecall(SellerPage):
    """The newest lots, or those whose numbers have a part in them (``?q=``)."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        return {**super().variables(), "search": self.query("q") or None}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "q_lots": self.query("q"), "hazards": HAZARDS, "languages": self._languages()}

    @action
    def open(self) -> HttpResponse:
        lots = self.form.all("lots")
        if not lots:
            raise self.refuse("lots", _("Choose a lot."))
        texts = [text for language in self._languages() if (text := self._text(language))]
        answer = {
            "lots": lots,
            "hazard": self.form.text("hazard", required=True),
            "sourceLanguage": api_language(self.source_language),
            "texts": texts,
        }
        recall = self.change("RecallOpen", input=answer)["recallOpen"]["recall"]
        message = _("The lots are called back, and their pages say so. Now write to those who got them.")
        return self.go("seller-recalls-recall", seller=self.own["slug"], id=recall["id"], message=message)

    def _languages(self) -> list[str]:
        return list(dict.fromkeys((self.source_language, *LANGUAGES)))

    def _text(self, language: str) -> dict[str, str] | None:
        """Both fields of a language or none; those of the seller's own language have to be there."""
        is_own = language == self.source_language
        reason = self.form.text(f"reason_{language}", required=is_own)
        instructions = self.form.text(f"instructions_{language}", required=is_own or bool(reason))
        if instructions and not reason:
            raise self.refuse(f"reason_{language}", _("This field is needed."), "REQUIRED")
        if not reason:
            return None
        return {"languageCode": api_language(language), "reason": reason, "instructions": instructions}
