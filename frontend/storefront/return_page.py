"""A return as its buyer follows it."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from i18n.messages import gettext_noop as _


class ReturnPage(Page):
    """For the buyer, and for a guest with the order's token."""

    required = ("returnRequest",)
    indexed = False

    def variables(self) -> Variables:
        return {"id": self.parts["id"], "token": self.query("token") or None}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"request": data["returnRequest"], "token": self.query("token")}

    @action
    def send(self) -> HttpResponse:
        self.change("ReturnSend", **self.variables(), trackingNumber=self.form.text("trackingNumber"))
        return self.go(message=_("The seller knows that the goods are on their way."))

    @action
    def withdraw(self) -> HttpResponse:
        self.change("ReturnWithdraw", **self.variables())
        return self.go(message=_("You keep the goods. The return is over."))
