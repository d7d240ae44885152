"""Safety of a product: its warnings in every language, and who answers for it within the European Union."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language, bcp47
from frontend.page import action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.product_page import ProductPage
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _


class ProductSafety(ProductPage):
    """What the General Product Safety Regulation asks of an offer to consumers in the Union."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        product = data["product"]
        source = bcp47(product["sourceLanguage"]["code"])
        stored = {bcp47(one["language"]["code"]): one["warnings"] or "" for one in product["translations"]}
        person = product["responsiblePerson"]
        return {
            **super().context(data),
            "source": source,
            "texts": [(code, stored.get(code, "")) for code in LANGUAGES if code != source],
            "chosen": person["id"] if person and product["hasOwnResponsiblePerson"] else "",
            "people": [(one["id"], one["name"]) for one in data["seller"]["responsiblePeople"] or []],
        }

    @action
    def save(self) -> HttpResponse:
        answer = {
            "warnings": self.form.text("warnings"),
            "needsNoWarnings": self.form.checked("needsNoWarnings", "1"),
            "responsiblePerson": self.form.optional("responsiblePerson"),
        }
        self.change("Save", id=self.parts["id"], input=answer)
        return self.go(message=_("What buyers are told for safety's sake is saved."))

    @action
    def translate(self) -> HttpResponse:
        """Every language whose text was changed; what is right is kept."""
        data = self.load()
        errors: list[FieldError] = []
        for code, before in self.context(data)["texts"]:
            text = self.form.text(f"warnings-{code}")
            if text == before:
                continue
            try:
                self.change("Translate", id=self.parts["id"], language=api_language(code), input={"warnings": text})
            except Refused as refused:
                errors += [FieldError(f"warnings-{code}", error.code, error.message) for error in refused.errors]
        if errors:
            raise Refused(errors)
        return self.go(message=_("The translations of the warnings are saved."))
