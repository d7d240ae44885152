"""What happens to a seller's codes outside: unusual openings, possible fakes, words of holders, warranties."""

from typing import Any

from django.http import HttpResponse

from frontend.fake_report_action import move_report
from frontend.page import Variables, action
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 20


class Scans(SellerPage):
    """What waits first; figures are of the last 90 days."""

    def variables(self) -> Variables:
        return {**super().variables(), "first": PAGE_SIZE}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        products = {edge["node"]["id"]: edge["node"] for edge in (data.get("products") or {"edges": []})["edges"]}
        return {**super().context(data), "own_products": list(products.values())}

    @action
    def acknowledge(self) -> HttpResponse:
        """Somebody looked into an alert."""
        alert = self.form.text("alert", required=True)
        self.change("Acknowledge", id=alert, note=self.form.text(f"note-{alert}"))
        return self.go(message=_("It is noted that you looked into it."))

    @action
    def move(self) -> HttpResponse:
        move_report(self)
        return self.go(message=_("The case is updated."))

    @action
    def promise(self) -> HttpResponse:
        """For how long a product is stood for."""
        months = self.form.integer("months")
        self.change("Promise", product=self.form.text("product", required=True), months=months)
        return self.go(message=_("The warranty is saved."))
