"""A seller's figures: the page of `frontend.figures_desk` for the managers of the seller."""

from frontend.figures_desk.desk import FiguresDesk
from frontend.seller_desk.seller_page import SellerPage


class Figures(FiguresDesk, SellerPage):
    """What this shop sold."""

    desk = "seller-figures"
    layout = "seller_desk/layout.html"
    least_role = "MANAGER"

    @property
    def owner(self) -> str | None:
        return str(self.own["id"])
