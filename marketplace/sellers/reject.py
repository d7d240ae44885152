"""``reject_seller``."""

from marketplace.accounts.models import User
from marketplace.sellers.seller import Seller
from marketplace.sellers.transitions import Step, take_step


def reject_seller(*, seller: Seller, by: User, reason: str) -> Seller:
    """Turn an application down; it may be made again. Raises `NotStaff`, `ReasonRequired`, `NotPossibleNow`."""
    return take_step(seller=seller, step=Step.REJECT, by=by, reason=reason)
