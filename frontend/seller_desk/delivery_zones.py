"""Where a seller delivers to: the zones in the order they were made."""

from typing import Any

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 25


class DeliveryZones(SellerPage):
    """Without zones, buyers are offered what carriers quote."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        return {**super().variables(), **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "zones": data["shippingZones"]}
