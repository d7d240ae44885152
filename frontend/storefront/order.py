"""An order: its state, how to pay, each maker's part with its parcels and papers. Guests come with a token."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from i18n.messages import gettext_noop as _

CANCELABLE = {"UNPAID", "UNFULFILLED"}


class Order(Page):
    """The order of the address, if the visitor is its buyer or holds its token."""

    required = ("order",)
    indexed = False

    def variables(self) -> Variables:
        return {"id": self.parts["id"], "token": self.query("token") or None}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"can_cancel": data["order"]["status"] in CANCELABLE, "token": self.query("token")}

    @action
    def cancel(self) -> HttpResponse:
        """Before a maker has begun packing; the goods go back to stock."""
        self.change(
            "OrderCancel",
            id=self.parts["id"],
            token=self.query("token") or None,
            reason=self.form.text("reason", required=True),
        )
        return self.go(message=_("The order is canceled."))
