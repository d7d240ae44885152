"""Sell with us: what it means, and the application of an enterprise, a household business or a single maker."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Page, action
from frontend.storefront.listing import CRAFTS
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

ENTITY_TYPES = ("ENTERPRISE", "HOUSEHOLD", "INDIVIDUAL")


class Apply(Page):
    """Words for everybody, the form for who is signed in, the state for who has applied."""

    def variables(self) -> dict[str, Any]:
        return {"signedIn": self.visit.is_signed_in}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"crafts": CRAFTS, "applications": data.get("mySellers") or [], "rules": data["addressValidationRules"]}

    @action
    def apply(self) -> HttpResponse:
        """Hand the application in; an operator answers it."""
        written_in = self.form.text("sourceLanguage")
        words = ("legalName", "name", "taxCode", "phone", "email", "tagline", "story", "websiteUrl", "formerDistrict")
        self.change(
            "SellerApply",
            input={
                **{name: value for name in words if (value := self.form.text(name))},
                "legalName": self.form.text("legalName", required=True),
                "name": self.form.text("name", required=True),
                "phone": self.form.text("phone", required=True),
                "email": self.form.text("email", required=True),
                "entityType": self._choice("entityType", ENTITY_TYPES),
                "taxResidence": "NON_RESIDENT" if self.form.text("taxResidence") == "NON_RESIDENT" else "RESIDENT",
                "craft": self._choice("craft", CRAFTS),
                "foundedYear": self.form.integer("foundedYear", required=False),
                "sourceLanguage": api_language(written_in if written_in in LANGUAGES else self.visit.language),
                "address": {**self.form.address("address."), "country": "VN"},
            },
        )
        return self.go(message=_("Your application has arrived. You will have an answer by e-mail."))

    def _choice(self, name: str, choices: tuple[str, ...]) -> str:
        chosen = self.form.text(name, required=True)
        if chosen not in choices:
            raise self.refuse(name, _("Choose one of the list."))
        return chosen
