"""A seller with all that only staff may read, and the decision about it."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language, bcp47
from frontend.operator_desk.reading_language import chosen_language, language_tabs
from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class Seller(StaffPage):
    """Approve, reject, suspend or reinstate; what is not possible in the present state is not offered."""

    permissions = ("sellers.manage",)
    required = ("seller",)

    def variables(self) -> Variables:
        return {
            **super().variables(),
            "words": chosen_language(self),
            "products": "products.approve" in self.granted,
        }

    def load(self) -> dict[str, Any]:
        """Without a language in the address: the texts as they were written, not as the operator reads."""
        data = super().load()
        own = data["seller"]["sourceLanguage"]["code"]
        if chosen_language(self) is None and own != api_language(self.visit.language):
            data = self.ask("Seller", **{**self.variables(), "words": own})
        return data

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        seller = data["seller"]
        source = bcp47(seller["sourceLanguage"]["code"])
        current = bcp47(chosen_language(self) or seller["sourceLanguage"]["code"])
        return {
            "product_count": data["products"]["totalCount"] if data.get("products") else None,
            "languages": language_tabs(source, seller["translations"], current),
            "history": [(one["status"], one["at"], one["reason"], one["by"]) for one in reversed(seller["history"])],
        }

    @action
    def approve(self) -> HttpResponse:
        self.change("Approve", id=self.parts["id"], note=self.form.optional("note"))
        return self.go("operator-sellers", message=_("The seller is approved and has been told by e-mail."))

    @action
    def reject(self) -> HttpResponse:
        self.change("Reject", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go("operator-sellers", message=_("The application is refused; the reason has been sent by e-mail."))

    @action
    def suspend(self) -> HttpResponse:
        self.change("Suspend", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("The seller is suspended. Buyers no longer see its products."))

    @action
    def reinstate(self) -> HttpResponse:
        self.change("Reinstate", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("The seller is back. Buyers see its products again."))
