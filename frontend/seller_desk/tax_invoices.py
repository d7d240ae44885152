"""The tax invoices of a shop: what is due first of all, and by which service they are handed over."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from frontend.page import Variables, action
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 25
STATES = {
    "due": {"status": ["DRAFT"]},
    "open": {"status": ["ISSUED", "SENT"]},
    "attention": {"needsAttention": True},
}


class TaxInvoices(SellerPage):
    """Managers write invoices; the service is the owners' choice. The address chooses what is listed."""

    least_role = "MANAGER"

    @property
    def state(self) -> str:
        asked = self.query("state")
        return asked if asked in STATES else ""

    def variables(self) -> Variables:
        chosen = {"filter": STATES.get(self.state), "year": timezone.localdate().year}
        return {**super().variables(), **chosen, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "state": self.state, "states": tuple(STATES)}

    @action
    def account(self) -> HttpResponse:
        provider = self.form.text("provider", required=True)
        token = self.form.text("token") or None
        self.change("SetAccount", seller=self.own["id"], provider=provider, token=token)
        return self.go(message=_("Your choice is kept."))
