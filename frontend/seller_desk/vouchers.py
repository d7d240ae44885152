"""The vouchers of a seller, newest first."""

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 25


class Vouchers(SellerPage):
    """What the seller bears."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        return {**super().variables(), **self.page_wanted(PAGE_SIZE)}
