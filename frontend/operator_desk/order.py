"""An order as a whole: what was bought, what was paid, what happened; transfers that came in or have to go back."""

from typing import Any

from django.http import HttpResponse

from frontend.operator_desk.refunds import is_refund_due
from frontend.page import action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class Order(StaffPage):
    """Money in, money back, and calling it off while no seller has begun to pack."""

    permissions = ("orders.manage",)
    required = ("order",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        order = data["order"]
        payment = order["payment"]
        return {
            "awaits_transfer": payment is not None
            and payment["gateway"] == "bank_transfer"
            and payment["status"] == "PENDING"
            and order["status"] == "UNPAID",
            "may_cancel": "CANCEL" in order["availableActions"],
            "refunds": [part for part in order["sellerOrders"] if is_refund_due(part["events"])],
            "history": [(e["message"], e["at"], e["reason"] or "", e["by"]) for e in reversed(order["events"])],
        }

    @action
    def mark_as_paid(self) -> HttpResponse:
        self.change("MarkAsPaid", id=self.parts["id"], reference=self.form.text("reference", required=True))
        return self.go(message=_("The transfer is written down; the sellers can begin to pack."))

    @action
    def cancel(self) -> HttpResponse:
        self.change("Cancel", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("The order is cancelled; the buyer and the sellers have been told."))

    @action
    def refund_sent(self) -> HttpResponse:
        """The price of one seller's part went back; which part is in the form."""
        part = self.form.text("sellerOrder", required=True)
        self.change("RefundSent", id=part, reference=self.form.text("refundReference", required=True))
        return self.go(message=_("The refund is written down."))
