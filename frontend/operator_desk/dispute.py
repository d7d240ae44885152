"""One dispute: everything both sides said, and the decision."""

from django.http import HttpResponse

from frontend.amounts import UnclearAmount, read_amount
from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class Dispute(StaffPage):
    """For who decides."""

    permissions = ("orders.manage",)
    required = ("dispute",)

    def variables(self) -> Variables:
        return {"id": self.parts["id"]}

    @action
    def write(self) -> HttpResponse:
        words = self.form.text("text", required=True)
        self.change("DisputeWrite", id=self.parts["id"], text=words, files=self.form.all_files("files"))
        return self.go(message=_("Your message is sent to both sides."))

    @action
    def decide(self) -> HttpResponse:
        typed = self.form.text("amount", required=True)
        try:
            amount = read_amount(typed, self.form.text("currency")[:3] or "EUR")
        except UnclearAmount:
            raise self.refuse("amount", _("Write one amount, for example 12.50.")) from None
        self.change("DisputeDecide", id=self.parts["id"], amount=amount, text=self.form.text("text", required=True))
        return self.go(message=_("The dispute is decided. Both sides are told."))
