"""``suspend_seller``."""

from marketplace.accounts.models import User
from marketplace.sellers.seller import Seller
from marketplace.sellers.transitions import Step, take_step


def suspend_seller(*, seller: Seller, by: User, reason: str) -> Seller:
    """Hide the seller and its products from the public. Raises `NotStaff`, `ReasonRequired`, `NotPossibleNow`."""
    return take_step(seller=seller, step=Step.SUSPEND, by=by, reason=reason)
