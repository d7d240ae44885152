"""Invoices of a fair: what is owed by whom, and a new one."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.everybody import everybody
from frontend.expo_desk.fair_page import FairPage
from frontend.page import Variables, action
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50
EXTRAS = 3


class Invoices(FairPage):
    """The latest first; the address may name the exhibitor to bill."""

    def variables(self) -> Variables:
        return {**super().variables(), "expo": "", **self.page_wanted(PAGE_SIZE)}

    def load(self) -> dict[str, Any]:
        data = super().load()
        rows = self.ask("List", **{**self.variables(), "expo": data["expo"]["id"]})
        return {**data, **rows}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "exhibitors": everybody(self, self.parts["slug"]),
            "chosen": self.query("exhibitor"),
            "extras": range(EXTRAS),
        }

    @action
    def issue(self) -> HttpResponse:
        made = self.change(
            "Issue",
            exhibitorId=self.form.text("exhibitorId", required=True),
            currency=self.form.text("currency", required=True),
            withStandard=bool(self.form.text("withStandard")),
            extras=[extra for place in range(EXTRAS) if (extra := self._extra(place))],
        )
        key = made["fairInvoiceIssue"]["fairInvoice"]["id"]
        message = _("The invoice is issued; the exhibitor's managers have a letter.")
        return self.go("expo-invoices-invoice", slug=self.parts["slug"], id=key, message=message)

    def _extra(self, place: int) -> dict[str, Any] | None:
        name = self.form.text(f"extra{place}")
        if not name:
            return None
        return {
            "name": name,
            "quantity": self.form.decimal(f"quantity{place}"),
            "unitPrice": self.form.decimal(f"unitPrice{place}"),
        }
