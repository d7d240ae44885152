"""What carriers would take for an order: every price beside the others, and who gave none."""

from typing import Any

from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage


class OrderCarriers(SellerPage):
    """Asked anew at every call of the page; carriers answer within a few seconds or not at all."""

    required = ("sellerOrder", "shippingRates")

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["sellerOrder"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        return {**super().context(data), "order": data["sellerOrder"]}
