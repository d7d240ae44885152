"""The states of an order and of a seller's part of it, and the one table of moves between them."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models


class OrderStatus(models.TextChoices):
    """What the buyer sees of the whole order; always derived (``status.order_status``), never set by hand."""

    UNPAID = "UNPAID"
    UNFULFILLED = "UNFULFILLED"
    PARTIALLY_FULFILLED = "PARTIALLY_FULFILLED"
    FULFILLED = "FULFILLED"
    DELIVERED = "DELIVERED"
    CANCELED = "CANCELED"
    EXPIRED = "EXPIRED"


class SellerOrderStatus(models.TextChoices):
    AWAITING_PAYMENT = "AWAITING_PAYMENT"
    CONFIRMED = "CONFIRMED"
    PACKING = "PACKING"
    SHIPPED = "SHIPPED"
    DELIVERED = "DELIVERED"
    CANCELED = "CANCELED"


SELLER_ORDER_MOVES: Mapping[SellerOrderStatus, frozenset[SellerOrderStatus]] = MappingProxyType(
    {
        SellerOrderStatus.AWAITING_PAYMENT: frozenset({SellerOrderStatus.CONFIRMED, SellerOrderStatus.CANCELED}),
        SellerOrderStatus.CONFIRMED: frozenset(
            {SellerOrderStatus.PACKING, SellerOrderStatus.CANCELED, SellerOrderStatus.AWAITING_PAYMENT}
        ),
        SellerOrderStatus.PACKING: frozenset({SellerOrderStatus.SHIPPED, SellerOrderStatus.CANCELED}),
        SellerOrderStatus.SHIPPED: frozenset({SellerOrderStatus.DELIVERED}),
        SellerOrderStatus.DELIVERED: frozenset(),
        SellerOrderStatus.CANCELED: frozenset(),
    }
)
"""For a buyer, cancelling ends where packing begins: from then on goods come back as a return. A seller who finds that
packed goods cannot be sent calls them off as long as none have left (``orders.lifecycle.cancel``). A confirmed part
waits again when the payment turns out to have been another's (``orders.payments.undo_charge``)."""

BEFORE_PACKING = (SellerOrderStatus.AWAITING_PAYMENT, SellerOrderStatus.CONFIRMED)


class IllegalMove(Exception):
    """A seller's part of an order cannot go from one state to the other."""

    def __init__(self, number: str, before: str, after: str) -> None:
        super().__init__(f"{number} cannot go from {before} to {after}")
        self.number = number
        self.before = before
        self.after = after


def require_move(number: str, before: str, after: SellerOrderStatus) -> None:
    """Raises ``IllegalMove`` when the table does not know the move."""
    if after not in SELLER_ORDER_MOVES[SellerOrderStatus(before)]:
        raise IllegalMove(number, before, after)
