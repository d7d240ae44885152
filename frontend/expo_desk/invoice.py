"""One invoice of a fair: its lines, what came in for it, and taking it back."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.page import Variables, action
from i18n.messages import gettext_noop as _
from i18n.today import today_here


class Invoice(FairPage):
    """Payments are read from the bank's statement by a person."""

    required = ("expo", "fairInvoice")

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "one": data["fairInvoice"], "today": today_here().isoformat()}

    @action
    def record(self) -> HttpResponse:
        self.change(
            "Record",
            invoiceId=self.parts["id"],
            amount=self.form.decimal("amount"),
            paidOn=self.day("paidOn"),
            reference=self.form.text("reference", required=True),
        )
        return self.go(message=_("The payment is recorded; the exhibitor has a letter."))

    @action
    def withdraw(self) -> HttpResponse:
        payment = self.form.text("payment", required=True)
        self.change("Withdraw", id=payment, reason=self.form.text("reason", required=True))
        return self.go(message=_("The payment is withdrawn."))

    @action
    def credit(self) -> HttpResponse:
        made = self.change(
            "Credit",
            id=self.parts["id"],
            netAmount=self.form.decimal("netAmount", required=False),
            reason=self.form.text("reason", required=True),
        )
        key = made["fairInvoiceCredit"]["fairInvoice"]["id"]
        message = _("The credit note is issued; the exhibitor has a letter.")
        return self.go("expo-invoices-invoice", slug=self.parts["slug"], id=key, message=message)
