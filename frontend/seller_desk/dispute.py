"""One dispute: read what the buyer says, answer, offer a refund."""

from typing import Any

from django.http import HttpResponse

from frontend.amounts import UnclearAmount, read_amount
from frontend.page import action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _


class Dispute(SellerPage):
    """A dispute about goods of this seller."""

    required = ("dispute",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["dispute"]["sellerOrder"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        return super().context(data)

    @action
    def answer(self) -> HttpResponse:
        self.change(
            "DisputeAnswer",
            id=self.parts["id"],
            text=self.form.text("text", required=True),
            amount=self._offer(),
            files=self.form.all_files("files"),
        )
        return self.go(message=_("Your answer is sent to the buyer."))

    @action
    def write(self) -> HttpResponse:
        words = self.form.text("text", required=True)
        self.change("DisputeWrite", id=self.parts["id"], text=words, files=self.form.all_files("files"))
        return self.go(message=_("Your message is sent."))

    def _offer(self) -> str | None:
        typed = self.form.text("amount")
        try:
            return str(read_amount(typed, self.form.text("currency")[:3] or "EUR")) if typed else None
        except UnclearAmount:
            raise self.refuse("amount", _("Write one amount, for example 12.50.")) from None
