"""The organiser of a fair, and the terms that exhibitors accept."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.filters import api_language, bcp47
from frontend.page import action
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

ORGANISER = (
    "name",
    "address",
    "taxCode",
    "representative",
    "email",
    "phone",
    "bankName",
    "bankAccountHolder",
    "bankAccountNumber",
    "bic",
    "numberPrefix",
)


class Terms(FairPage):
    """Both stand on every contract."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        terms = data["expo"]["terms"]
        written = {bcp47(each["language"]["code"]): each["text"] for each in terms["texts"]} if terms else {}
        return {**super().context(data), "written": written, "organiser": data["expo"]["organiser"] or {}}

    @action
    def save_organiser(self) -> HttpResponse:
        values: dict[str, Any] = {name: self.form.text(name) for name in ORGANISER}
        values["daysToPay"] = self.form.integer("daysToPay")
        self.change("SaveOrganiser", expoId=self.expo_id(), input=values)
        return self.go(message=_("The organiser is saved. New contracts and invoices name it."))

    @action
    def publish(self) -> HttpResponse:
        """Each language that has a text; a new version only if something changed."""
        given = {code: self.form.text(f"text-{code}") for code in LANGUAGES}
        wording = [{"languageCode": api_language(code), "text": text} for code, text in given.items() if text]
        self.change("Publish", expoId=self.expo_id(), texts=wording)
        return self.go(message=_("The terms are published. Who applies from now on accepts these."))
