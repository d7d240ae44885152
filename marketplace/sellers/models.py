"""The tables of sellers, each told in the file of its subject."""

from marketplace.sellers.member import SellerMember
from marketplace.sellers.seller import Seller, SellerStatusChange

__all__ = ["Seller", "SellerMember", "SellerStatusChange"]
