"""What buyers say of a shop's products, and its answers."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Variables, action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.seller_page import SellerPage
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

PAGE_SIZE = 20


class Reviews(SellerPage):
    """Those without an answer first; only managers answer."""

    @property
    def answered(self) -> bool:
        return self.query("answered") == "yes"

    def variables(self) -> Variables:
        wanted = {"seller": self.own["id"], "status": "APPROVED", "answered": self.answered}
        return {**super().variables(), "filter": wanted, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "answered": self.answered, "counts": data, "source": self.source_language}

    @action
    def answer(self) -> HttpResponse:
        """An empty text takes the answer away."""
        review = self.form.text("review", required=True)
        language = self.form.text(f"language-{review}")
        try:
            self.change(
                "Answer",
                id=review,
                text=self.form.text(f"text-{review}"),
                languageCode=api_language(language if language in LANGUAGES else self.source_language),
            )
        except Refused as refused:
            raise Refused([FieldError(f"text-{review}", e.code, e.message) for e in refused.errors]) from refused
        return self.go(message=_("The answer is saved."))
