"""``reinstate_seller``."""

from marketplace.accounts.models import User
from marketplace.sellers.seller import Seller
from marketplace.sellers.transitions import Step, take_step


def reinstate_seller(*, seller: Seller, by: User, reason: str) -> Seller:
    """End a suspension. Raises `NotStaff`, `ReasonRequired`, `NotPossibleNow`."""
    return take_step(seller=seller, step=Step.REINSTATE, by=by, reason=reason)
