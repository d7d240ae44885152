"""The status of an order, derived from the parts of its sellers and from its payment."""

from collections.abc import Sequence
from dataclasses import dataclass

from orders.lifecycle.states import OrderStatus, SellerOrderStatus

_GONE = {SellerOrderStatus.SHIPPED, SellerOrderStatus.DELIVERED}


@dataclass(frozen=True, slots=True)
class Part:
    """What one seller's part contributes: its state, and whether some of its goods left already."""

    status: SellerOrderStatus
    partly_shipped: bool = False


def order_status(parts: Sequence[Part], *, is_paid: bool, has_expired: bool = False) -> OrderStatus:
    """The one rule.

    1. Nothing left of it: EXPIRED when it was never paid in time, otherwise CANCELED.
    2. Not paid: UNPAID.
    3. Of the parts that are not cancelled: all delivered, all shipped, some shipped, none.

    One seller delivered, the other still packing -> PARTIALLY_FULFILLED.
    """
    alive = [part for part in parts if part.status != SellerOrderStatus.CANCELED]
    if not alive:
        return OrderStatus.EXPIRED if has_expired else OrderStatus.CANCELED
    if not is_paid:
        return OrderStatus.UNPAID
    if all(part.status == SellerOrderStatus.DELIVERED for part in alive):
        return OrderStatus.DELIVERED
    if all(part.status in _GONE for part in alive):
        return OrderStatus.FULFILLED
    if any(part.status in _GONE or part.partly_shipped for part in alive):
        return OrderStatus.PARTIALLY_FULFILLED
    return OrderStatus.UNFULFILLED
