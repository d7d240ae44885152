"""An order: its state, how to pay, each maker's part with its parcels and papers. Guests come with a token."""

import base64
from typing import Any
from uuid import UUID

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from i18n.messages import gettext_noop as _

BANK_TRANSFER = "bank_transfer"


class Order(Page):
    """The order of the address, if the visitor is its buyer or holds its token."""

    required = ("order",)
    indexed = False

    def variables(self) -> Variables:
        return {"id": self._id(), "token": self.query("token") or None}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"token": self.query("token"), "bank_transfer": BANK_TRANSFER}

    @action
    def cancel(self) -> HttpResponse:
        """Before a maker has begun packing; the goods go back to stock."""
        self.change(
            "OrderCancel",
            id=self._id(),
            token=self.query("token") or None,
            reason=self.form.text("reason", required=True),
        )
        return self.go(message=_("The order is cancelled."))

    @action
    def cancel_pieces(self) -> HttpResponse:
        """Some pieces of one line, before the maker packs."""
        self.change(
            "OrderLineCancel",
            id=self.form.text("line", required=True),
            quantity=self.form.integer("quantity"),
            token=self.query("token") or None,
            reason=self.form.text("reason"),
        )
        return self.go(message=_("They are called off. What you have paid for them goes back to you."))

    @action
    def rewrite(self) -> HttpResponse:
        """The note and the buyer's own number, before a maker packs."""
        names = ("note", "purchaseOrderNumber")
        changed = {name: self.form.text(name) for name in names}
        self.change("OrderEdit", id=self._id(), token=self.query("token") or None, input=changed)
        return self.go(message=_("The order is changed. The makers can see it."))

    @action
    def pay(self) -> HttpResponse:
        """Again, after a card was declined: with another card, or by transfer."""
        number = self.form.text("cardNumber")
        answer = self.change(
            "OrderPay",
            id=self._id(),
            token=self.query("token") or None,
            paymentGateway=self.form.text("paymentGateway", required=True),
            paymentData={"cardNumber": number} if number else None,
        )
        payment = answer["orderPay"]["order"]["payment"]
        if payment and payment["status"] == "FAILED":
            raise self.refuse("cardNumber", payment["failureMessage"] or _("The payment did not succeed."), "FAILED")
        return self.go(message=_("Thank you. The way of paying is noted."))

    def _id(self) -> str:
        """Letters carry the order's bare key, pages its id of the API."""
        part = str(self.parts["id"])
        try:
            return base64.b64encode(f"Order:{UUID(part)}".encode()).decode()
        except ValueError:
            return part
