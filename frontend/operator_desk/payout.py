"""One payout: how to pay it, what it pays, and what became of it."""

from django.http import HttpResponse

from frontend.page import action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class Payout(StaffPage):
    permissions = ("payouts.manage",)
    required = ("payout",)

    @action
    def sent(self) -> HttpResponse:
        self.change("Sent", id=self.parts["id"], reference=self.form.text("reference"))
        return self.go(message=_("It counts as given to the bank."))

    @action
    def confirm(self) -> HttpResponse:
        self.change("Confirm", id=self.parts["id"], reference=self.form.text("reference"))
        return self.go(message=_("It is paid."))

    @action
    def reject(self) -> HttpResponse:
        self.change("Reject", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("The money is payable again."))

    @action
    def cancel(self) -> HttpResponse:
        self.change("Cancel", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("The money is payable again."))

    @action
    def hold(self) -> HttpResponse:
        seller, reason = self.form.text("seller", required=True), self.form.text("reason", required=True)
        self.change("Hold", seller=seller, reason=reason)
        return self.go(message=_("Nothing is paid to this seller until you let it go."))
