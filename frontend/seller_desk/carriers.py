"""A seller's accounts with carriers: the pages of `frontend.carrier_desk` for the managers of the seller."""

from frontend.carrier_desk.carrier import Carrier as OneCarrier
from frontend.carrier_desk.carriers import Carriers as AllCarriers
from frontend.carrier_desk.desk import CarrierDesk
from frontend.seller_desk.seller_page import SellerPage


class _OfSeller(CarrierDesk, SellerPage):
    desk = "seller-carriers"
    layout = "seller_desk/layout.html"
    least_role = "MANAGER"

    @property
    def owner(self) -> str | None:
        return str(self.own["id"])

    def to_list(self) -> str:
        return self.at(self.desk)

    def to_carrier(self, code: str) -> str:
        return self.at(f"{self.desk}-carrier", code=code)


class Carriers(AllCarriers, _OfSeller):
    """The list."""


class Carrier(OneCarrier, _OfSeller):
    """One of them."""
