"""The papers of a fair, and the money that came in for them."""

from typing import Any

from frontend.expo_desk.fair_page import FairPage


class Papers(FairPage):
    """Two lists, each with pages of its own: ``after`` and ``payments`` of the address."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        lists = self.ask(
            "Lists",
            expo=data["expo"]["id"],
            after=self.query("after") or None,
            paymentsAfter=self.query("payments") or None,
        )
        return {**super().context(data), "papers": lists["fairPapers"], "payments": lists["fairPayments"]}
