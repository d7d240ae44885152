"""A quote for its buyer: the versions side by side, a counter-offer, and the acceptance that makes the order."""

from typing import Any

from django.http import HttpResponse

from frontend.bare_key import api_id
from frontend.page import Page, Variables, action
from frontend.proposal import INCOTERMS, TIERS, UNITS, proposal_rows, read_proposal
from frontend.refusals import NotFound
from frontend.version_table import version_table
from i18n.messages import gettext_noop as _

BANK_TRANSFER = "bank_transfer"
QUANTITY = "take-"


class Quote(Page):
    """The quote of the address, for the buyer who asked."""

    needs_sign_in = True
    required = ("quote",)
    indexed = False

    @property
    def quote_id(self) -> str:
        return api_id("Quote", self.parts["id"])

    def variables(self) -> Variables:
        return {"id": self.quote_id}

    def load(self) -> dict[str, Any]:
        data = super().load()
        if not data["quote"]["isBuyer"]:
            raise NotFound
        return data

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        quote = data["quote"]
        saved = quote["shippingAddress"] or (data["me"] or {}).get("defaultShippingAddress")
        country = saved["country"]["code"] if saved else quote["request"]["country"]["code"]
        return {
            "table": version_table(quote),
            "rows": proposal_rows(quote, added=0),
            "incoterms": INCOTERMS,
            "units": UNITS,
            "tiers": range(TIERS),
            "saved": saved,
            "country": country,
            "rules": self.ask("AddressRules", countryCode=country)["addressValidationRules"],
        }

    @action
    def accept(self) -> HttpResponse:
        """What the page showed: another version that came meanwhile is refused."""
        number = self.form.text("cardNumber")
        chosen = {
            "version": self.form.integer("version"),
            "quantities": self._quantities(),
            "shippingAddress": self._address(),
            "purchaseOrderNumber": self.form.text("purchaseOrderNumber"),
            "paymentGateway": self.form.text("paymentGateway") or BANK_TRANSFER,
            "paymentData": {"cardNumber": number} if number else None,
        }
        order = self.change("Accept", id=self.quote_id, input=chosen)["quoteAccept"]["order"]
        market = order["channel"]["slug"]
        return self.go("order", id=order["id"], market=market, message=_("Thank you. The quote is now an order."))

    @action
    def counter(self) -> HttpResponse:
        currency = self.load()["quote"]["request"]["currency"]
        self.change("Counter", id=self.quote_id, input=read_proposal(self, currency), shippingAddress=self._address())
        return self.go(message=_("Your counter-offer is sent. The maker answers or accepts it."))

    @action
    def decline(self) -> HttpResponse:
        self.change("Decline", id=self.quote_id, reason=self.form.text("reason"))
        return self.go(message=_("The maker is told."))

    @action
    def withdraw(self) -> HttpResponse:
        self.change("Withdraw", id=self.quote_id, reason=self.form.text("reason"))
        return self.go(message=_("The maker is told."))

    def _quantities(self) -> list[dict[str, Any]]:
        names = [name for name in self.request.POST if name.startswith(QUANTITY)]
        wanted = [(name.removeprefix(QUANTITY), self.form.integer(name, required=False)) for name in names]
        return [{"quoteLineId": line, "quantity": quantity} for line, quantity in wanted if quantity]

    def _address(self) -> dict[str, str] | None:
        address = self.form.address()
        return {**address, "country": self.form.text("country")} if address.get("streetAddress1") else None
