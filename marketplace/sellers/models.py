"""The tables of sellers, each told in the file of its subject."""

from marketplace.sellers.invitation import SellerInvitation
from marketplace.sellers.member import SellerMember
from marketplace.sellers.responsible_person import ResponsiblePerson
from marketplace.sellers.seller import Seller, SellerStatusChange

__all__ = ["ResponsiblePerson", "Seller", "SellerInvitation", "SellerMember", "SellerStatusChange"]
