"""What a shop is owed, where it is paid to, and what was paid."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 25
REQUIRED = ("currency", "holder", "bankName", "country", "accountNumber")
OPTIONAL = ("bic", "bankCode")


class Payouts(SellerPage):
    """Managers read; the account is the owners'."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        return {**super().variables(), "owns": self.may("OWNER"), **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        edges = data["payouts"]["edges"]
        rows = [{**edge["node"], "said": _last_word(edge["node"]["events"])} for edge in edges]
        return {**super().context(data), "rows": rows}

    @action
    def account(self) -> HttpResponse:
        given = {name: self.form.text(name, required=True) for name in REQUIRED}
        given |= {name: self.form.text(name) for name in OPTIONAL}
        self.change("SetAccount", seller=self.own["id"], input=given, password=self.form.secret("password"))
        return self.go(message=_("The account is saved. Every owner of the shop gets an e-mail about it."))


def _last_word(events: list[dict[str, Any]]) -> str:
    return next((event["reason"] for event in reversed(events) if event["reason"]), "")
