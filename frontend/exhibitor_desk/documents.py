"""The papers of an exhibitor: its contract, to read and agree to, and its invoices with what is still to be paid."""

from typing import Any

from django.http import HttpResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.page import action
from i18n.messages import gettext_noop as _


class Documents(ExhibitorDeskPage):
    """For managers."""

    required = ("exhibitorDesk",)
    for_managers = True

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        own = data["exhibitorDesk"]
        return {**super().context(data), "contract": own["contract"], "invoices": own["invoices"]}

    @action
    def accept(self) -> HttpResponse:
        if not self.form.text("read"):
            raise self.refuse("read", _("Say that you have read the contract."))
        self.change("Accept", exhibitorId=self.exhibitor["id"], name=self.form.text("name", required=True))
        return self.go(message=_("The contract is accepted."))

    @action
    def sign(self) -> HttpResponse:
        self.change("Sign", exhibitorId=self.exhibitor["id"], file=self.form.file("file"))
        return self.go(message=_("The signed copy has arrived."))
