"""What others can check of a lot without trusting anybody: two archives to take and hand on."""

from typing import Any

from frontend.page import Variables
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage


class LotProof(SellerPage):
    required = ("lot", "whole", "forBuyers")

    def variables(self) -> Variables:
        return {"id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["lot"]["variant"]["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        last = next((edge["node"]["day"] for edge in data["traceRoots"]["edges"]), None)
        return {**super().context(data), "last_day": last}
