"""Ask to give goods of one maker back: which, why, and pictures."""

from typing import Any

from django.http import HttpResponse

from frontend.bare_key import api_id
from frontend.page import Page, Variables, action
from frontend.refusals import FieldError, NotFound, Refused
from i18n.messages import gettext_noop as _

QUANTITY = "quantity-"
REASONS = ("CHANGED_MIND", "DAMAGED", "DEFECTIVE", "WRONG_ITEM", "NOT_AS_DESCRIBED")


class OrderReturn(Page):
    """Of a part of the order of the address, if the visitor is its buyer or holds its token."""

    required = ("order",)
    indexed = False

    def variables(self) -> Variables:
        return {"id": api_id("Order", self.parts["id"]), "token": self.query("token") or None}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        parts = [part for part in data["order"]["sellerOrders"] if part["id"] == self.parts["part"]]
        if not parts or "RETURN" not in parts[0]["buyerActions"]:
            raise NotFound
        lines = [line for line in parts[0]["lines"] if line["quantityFulfilled"] > line["quantityReturned"]]
        return {"part": parts[0], "lines": lines, "reasons": REASONS, "token": self.query("token")}

    @action
    def ask_for_return(self) -> HttpResponse:
        made = self.change(
            "ReturnCreate",
            id=self.parts["part"],
            token=self.query("token") or None,
            input={
                "lines": self._lines(),
                "reason": self._reason(),
                "wish": "EXCHANGE" if self.form.text("wish") == "EXCHANGE" else "REFUND",
                "explanation": self.form.text("explanation"),
                "files": self.form.all_files("files"),
            },
        )["returnRequestCreate"]["returnRequest"]
        query = {"token": self.query("token")} if self.query("token") else {}
        return self.go("return", id=made["id"], query=query, message=_("Your return is with the seller."))

    def _lines(self) -> list[dict[str, Any]]:
        names = [name for name in self.request.POST if name.startswith(QUANTITY)][:200]
        wanted = [(name.removeprefix(QUANTITY), self.form.integer(name, required=False) or 0) for name in names]
        lines = [{"orderLineId": line, "quantity": quantity} for line, quantity in wanted if quantity]
        if not lines:
            raise Refused([FieldError("lines", "REQUIRED", _("Say how many pieces go back."))])
        return lines

    def _reason(self) -> str:
        chosen = self.form.text("reason")
        if chosen not in REASONS:
            raise self.refuse("reason", _("Say why."), "REQUIRED")
        return chosen
