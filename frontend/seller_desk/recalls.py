"""The recalls of a seller: goods that were called back."""

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 20


class Recalls(SellerPage):
    """Newest first."""

    def variables(self) -> Variables:
        return {**super().variables(), **self.page_wanted(PAGE_SIZE)}
