"""One return: decide, take the goods in, send others."""

from typing import Any

from django.http import HttpResponse

from frontend.amounts import UnclearAmount, read_amount
from frontend.page import action
from frontend.refusals import FieldError, NotFound, Refused
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

CAME, SOUND = "came-", "sound-"
EXCEPTIONS = ("MADE_TO_ORDER", "PERISHABLE", "UNSEALED")


class ReturnPage(SellerPage):
    """A return of goods of this seller."""

    required = ("returnRequest",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        request = data["returnRequest"]
        if request["sellerOrder"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        return {**super().context(data), "request": request, "exceptions": EXCEPTIONS}

    @action
    def approve(self) -> HttpResponse:
        self.change("ReturnDecide", id=self.parts["id"], approve=True, note=self.form.text("note"))
        return self.go(message=_("The return is approved. The buyer is told."))

    @action
    def reject(self) -> HttpResponse:
        exception = self.form.text("exception")
        self.change(
            "ReturnDecide",
            id=self.parts["id"],
            approve=False,
            note=self.form.text("note", required=True),
            exception=exception if exception in EXCEPTIONS else None,
        )
        return self.go(message=_("The return is refused. The buyer is told."))

    @action
    def receive(self) -> HttpResponse:
        """What came, and what of it can be sold again."""
        names = [name for name in self.request.POST if name.startswith(CAME)][:200]
        keys = [name.removeprefix(CAME) for name in names]
        lines = [
            {
                "orderLineId": key,
                "quantity": self.form.integer(f"{CAME}{key}", required=False) or 0,
                "resellable": self.form.integer(f"{SOUND}{key}", required=False) or 0,
            }
            for key in keys
        ]
        if not any(line["quantity"] for line in lines):
            raise Refused([FieldError("lines", "REQUIRED", _("Say how many pieces came."))])
        self.change("ReturnReceive", id=self.parts["id"], lines=lines, **self._deduction())
        return self.go(message=_("The goods are noted. The buyer is told."))

    @action
    def replace(self) -> HttpResponse:
        carrier, number = self.form.text("carrier", required=True), self.form.text("trackingNumber")
        self.change("ReturnReplace", id=self.parts["id"], carrier=carrier, trackingNumber=number)
        return self.go(message=_("The goods in exchange are on their way. The buyer is told."))

    @action
    def refund(self) -> HttpResponse:
        self.change("ReturnRefund", id=self.parts["id"], **self._deduction())
        return self.go(message=_("The buyer gets the money back."))

    def _deduction(self) -> dict[str, Any]:
        typed = self.form.text("deduction")
        if not typed:
            return {}
        try:
            amount = read_amount(typed, self.form.text("currency")[:3] or "EUR")
        except UnclearAmount:
            raise self.refuse("deduction", _("Write one amount, for example 12.50.")) from None
        return {"deduction": amount, "deductionReason": self.form.text("deductionReason")}
