"""What is kept for a buyer who paid too much, and on what terms the buyer may pay later."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import to_money
from frontend.page import Page, Variables, action
from i18n.messages import gettext_noop as _


class Credit(Page):
    """One's own; an unpaid order of the same currency can be paid with it."""

    needs_sign_in = True

    def variables(self) -> Variables:
        return {}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        unpaid = [edge["node"] for edge in data["myOrders"]["edges"]]
        credits = [edge["node"] for edge in data["myCredits"]["edges"]]
        return {
            "credits": [{**one, "orders": [order for order in unpaid if _fits(one, order)]} for one in credits],
            "terms": [one for one in data["myBuyerTerms"] if one["inForce"]],
        }

    @action
    def use(self) -> HttpResponse:
        order, credit_of = self.form.text("order", required=True), self.form.text("creditOf", required=True)
        self.change("UseCredit", id=order, creditOf=credit_of)
        return self.go(message=_("The credit was used for the order, as far as it reaches."))


def _fits(credit: dict[str, Any], order: dict[str, Any]) -> bool:
    return to_money(credit["available"]).currency == to_money(order["total"]).currency
