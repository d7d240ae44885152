"""One line of a bank statement: what it may be, and a person's decision."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class BankEntry(StaffPage):
    """Assign it to a payment or a refund, set it aside, or open it again."""

    permissions = ("orders.manage",)
    required = ("bankEntry",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        entry = data["bankEntry"]
        return {
            "entry": entry,
            "history": [(event["message"], event["at"], "", "") for event in reversed(entry["events"])],
        }

    @action
    def assign(self) -> HttpResponse:
        self.change(
            "Match",
            id=self.parts["id"],
            payment=self.form.optional("payment"),
            refund=self.form.optional("refund"),
            orderNumber=self.form.optional("orderNumber"),
        )
        return self.go(message=_("The line is assigned, and its money is written down."))

    @action
    def ignore(self) -> HttpResponse:
        self.change("Ignore", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("The line is set aside."))

    @action
    def undo(self) -> HttpResponse:
        self.change("Undo", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("The line is open again; what it had paid was taken off."))
