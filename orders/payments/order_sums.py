"""What was charged, reserved and paid back of whole orders, read in one query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Sum

from i18n.money import Money
from orders.lifecycle.order import Order
from orders.payments.payment import Payment, PaymentStatus
from orders.stored_money import stored


@dataclass(frozen=True, slots=True)
class OrderSums:
    """Of all payments of an order; ``total`` is what it costs."""

    total: Money
    charged: Money
    authorized: Money
    refunded: Money
    has_failed: bool
    is_open: bool

    @property
    def charge_status(self) -> str:
        if self.charged > self.total:
            return "OVERCHARGED"
        if self.charged == self.total:
            return "FULL"
        return "PARTIAL" if self.charged else "NONE"

    @property
    def authorize_status(self) -> str:
        reached = self.charged + self.authorized
        if reached >= self.total:
            return "FULL"
        return "PARTIAL" if reached else "NONE"

    @property
    def payment_status(self) -> str:
        if self.refunded:
            return "FULLY_REFUNDED" if self.refunded >= self.charged else "PARTIALLY_REFUNDED"
        if self.charged >= self.total:
            return "FULLY_CHARGED"
        if self.charged:
            return "PARTIALLY_CHARGED"
        if self.is_open:
            return "PENDING" if self.authorized else "NOT_CHARGED"
        return "REFUSED" if self.has_failed else "NOT_CHARGED"


def sums_of(orders: Sequence[Order]) -> dict[UUID, OrderSums]:
    """By order."""
    rows: dict[UUID, list[Mapping[str, Any]]] = {order.pk: [] for order in orders}
    added = (
        Payment.objects.filter(order__in=rows)
        .order_by()
        .values("order_id", "status")
        .annotate(in_all=Sum("charged_amount"), held=Sum("authorized_amount"), given_back=Sum("refunded_amount"))
    )
    for row in added:
        rows[row["order_id"]].append(row)
    return {order.pk: _sums(order, rows[order.pk]) for order in orders}


def _sums(order: Order, rows: Sequence[Mapping[str, Any]]) -> OrderSums:
    def total(name: str) -> Money:
        return stored(sum((row[name] for row in rows), start=Decimal(0)), order.currency)

    states = {row["status"] for row in rows}
    return OrderSums(
        total=order.total.gross,
        charged=total("in_all"),
        authorized=total("held"),
        refunded=total("given_back"),
        has_failed=PaymentStatus.FAILED in states,
        is_open=bool(states & {PaymentStatus.PENDING, PaymentStatus.AUTHORIZED, PaymentStatus.PARTLY_CHARGED}),
    )
