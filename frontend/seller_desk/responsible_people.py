"""Who answers for the seller's goods within the European Union."""

from frontend.seller_desk.seller_page import SellerPage


class ResponsiblePeople(SellerPage):
    """The list; each has a page of its own."""

    least_role = "MANAGER"
    required = ("seller",)
