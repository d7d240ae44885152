"""One tax invoice: issue it, hand it over, write down the answer, correct it."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _


class TaxInvoice(SellerPage):
    """For managers of the seller it is of."""

    least_role = "MANAGER"
    required = ("taxInvoice",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        invoice = data["taxInvoice"]
        if invoice["seller"]["id"] != self.own["id"]:
            raise NotFound
        return {**super().context(data), "invoice": invoice}

    @action
    def clear(self) -> HttpResponse:
        self.change("Clear", id=self.parts["id"], day=self.form.text("day", required=True))
        return self.go(message=_("The day is noted."))

    @action
    def issue(self) -> HttpResponse:
        self.change("Issue", id=self.parts["id"])
        return self.go(message=_("The invoice is issued. It has its number and does not change any more."))

    @action
    def send(self) -> HttpResponse:
        self.change("Send", id=self.parts["id"])
        return self.go(message=_("Noted. The answer of the tax authority will stand here."))

    @action
    def accept(self) -> HttpResponse:
        code = self.form.text("authorityCode", required=True)
        self.change("Answer", id=self.parts["id"], accepted=True, authorityCode=code)
        return self.go(message=_("The answer is noted."))

    @action
    def reject(self) -> HttpResponse:
        reason = self.form.text("reason", required=True)
        self.change("Answer", id=self.parts["id"], accepted=False, reason=reason)
        return self.go(message=_("The answer is noted."))

    @action
    def replace(self) -> HttpResponse:
        made = self.change("Replace", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self._open(made["taxInvoiceReplace"], _("Here is the draft that will stand in its place."))

    @action
    def adjust(self) -> HttpResponse:
        made = self.change("Adjust", id=self.parts["id"])
        return self._open(made["taxInvoiceAdjust"], _("Here is the draft of what went back."))

    def _open(self, made: dict[str, Any], message: str) -> HttpResponse:
        where = {"seller": self.own["slug"], "id": made["taxInvoice"]["id"]}
        return self.go("seller-tax-invoices-invoice", message=message, **where)
