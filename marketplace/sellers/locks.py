"""The locks of this package. A seller's row is the lock of everything about the seller: status, members, profile."""

from marketplace.sellers.seller import Seller


def lock_seller(seller_id: int) -> Seller:
    """The seller as it is now, held until the transaction ends."""
    return Seller.objects.select_for_update().get(pk=seller_id)
