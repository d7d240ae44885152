"""The front door: what is made here, stories of makers, new products, one traced lot, makers, the next fair."""

from typing import Any

from frontend.page import Page


class Home(Page):
    """Nothing is chosen."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        """The newest product of which a lot is traced, with that lot."""
        found = [edge["node"] for edge in data["traced"]["edges"] if edge["node"]["newestTracedLots"]]
        if not found:
            return {"traced": None, "lot": None}
        product = self.ask("Traced", channel=self.visit.market, id=found[0]["id"])["product"]
        return {"traced": product, "lot": found[0]["newestTracedLots"][0]}
