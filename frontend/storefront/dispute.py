"""A dispute as its buyer follows it."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from i18n.messages import gettext_noop as _


class Dispute(Page):
    """For the buyer, and for a guest with the order's token."""

    required = ("dispute",)
    indexed = False

    def variables(self) -> Variables:
        return {"id": self.parts["id"], "token": self.query("token") or None}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"token": self.query("token")}

    @action
    def write(self) -> HttpResponse:
        words = self.form.text("text", required=True)
        self.change("DisputeWrite", **self.variables(), text=words, files=self.form.all_files("files"))
        return self.go(message=_("Your message is sent."))

    @action
    def accept(self) -> HttpResponse:
        self.change("DisputeAccept", **self.variables())
        return self.go(message=_("The dispute is settled. You get the money back."))

    @action
    def escalate(self) -> HttpResponse:
        self.change("DisputeEscalate", **self.variables(), text=self.form.text("text"))
        return self.go(message=_("The marketplace looks at it now."))

    @action
    def withdraw(self) -> HttpResponse:
        self.change("DisputeWithdraw", **self.variables())
        return self.go(message=_("The dispute is over."))
