"""``approve_seller``."""

from marketplace.accounts.models import User
from marketplace.sellers.seller import Seller
from marketplace.sellers.transitions import Step, take_step


def approve_seller(*, seller: Seller, by: User, note: str = "") -> Seller:
    """Show the seller and its products to the public. Raises `NotStaff`, `ReasonRequired`, `NotPossibleNow`."""
    return take_step(seller=seller, step=Step.APPROVE, by=by, reason=note)
