"""Call on the marketplace about the goods of one maker."""

from typing import Any

from django.http import HttpResponse

from frontend.amounts import UnclearAmount, read_amount
from frontend.bare_key import api_id
from frontend.page import Page, Variables, action
from frontend.refusals import NotFound
from i18n.messages import gettext_noop as _

REASONS = ("NOT_RECEIVED", "NOT_AS_DESCRIBED", "DAMAGED", "RETURN_REFUSED", "REFUND_MISSING")


class OrderDispute(Page):
    """Of a part of the order of the address, if the visitor is its buyer or holds its token."""

    required = ("order",)
    indexed = False

    def variables(self) -> Variables:
        return {"id": api_id("Order", self.parts["id"]), "token": self.query("token") or None}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        part = next((one for one in data["order"]["sellerOrders"] if one["id"] == self.parts["part"]), None)
        if part is None or "DISPUTE" not in part["buyerActions"]:
            raise NotFound
        return {"part": part, "reasons": REASONS, "token": self.query("token")}

    @action
    def open(self) -> HttpResponse:
        reason = self.form.text("reason")
        if reason not in REASONS:
            raise self.refuse("reason", _("Say what is wrong."), "REQUIRED")
        made = self.change(
            "DisputeOpen",
            id=self.parts["part"],
            token=self.query("token") or None,
            reason=reason,
            amount=self._amount(),
            text=self.form.text("text", required=True),
            files=self.form.all_files("files"),
        )["disputeOpen"]["dispute"]
        query = {"token": self.query("token")} if self.query("token") else {}
        return self.go("dispute", id=made["id"], query=query, message=_("The dispute is open. The seller must answer."))

    def _amount(self) -> str:
        typed = self.form.text("amount", required=True)
        try:
            return str(read_amount(typed, self.form.text("currency")[:3] or "EUR"))
        except UnclearAmount:
            raise self.refuse("amount", _("Write one amount, for example 12.50.")) from None
