"""Who one is: name, the language of letters, and one's firm."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language, bcp47
from frontend.page import Page, action
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

FIRM = {"companyName": "firm.name", "vat": "firm.EU_VAT", "eori": "firm.EORI"}
"""Fields of the form, and the keys under which the account keeps them for us."""


class AccountDetails(Page):
    """Two forms, saved one by one."""

    needs_sign_in = True
    required = ("me",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"my_language": bcp47(data["me"]["languageCode"])}

    @action
    def save_profile(self) -> HttpResponse:
        chosen = self.form.text("languageCode")
        self.change(
            "AccountUpdate",
            input={
                "firstName": self.form.text("firstName"),
                "lastName": self.form.text("lastName"),
                "languageCode": api_language(chosen if chosen in LANGUAGES else self.visit.language),
            },
        )
        return self.go(message=_("Your details are saved."))

    @action
    def save_firm(self) -> HttpResponse:
        """Numbers are checked where they are used: an order says at once when one cannot be right."""
        kept = [{"key": key, "value": self.form.text(name)[:200]} for name, key in FIRM.items()]
        self.change("AccountUpdate", input={"metadata": kept})
        return self.go(message=_("Your details are saved."))
