"""Whose figures, of which days and which market: the rows that every figure is added up from."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from orders.figures.stretch import Stretch
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus

MADE = (
    SellerOrderStatus.CONFIRMED,
    SellerOrderStatus.PACKING,
    SellerOrderStatus.SHIPPED,
    SellerOrderStatus.DELIVERED,
)
"""A sale is made once it is confirmed; what waits for money or was called off is none."""


@dataclass(frozen=True, slots=True)
class Scope:
    """``seller_id`` ``None``: the whole marketplace."""

    seller_id: int | None
    stretch: Stretch
    channel_id: int | None = None

    def placed(self) -> QuerySet[SellerOrder]:
        """Parts that were ordered in these days, whatever became of them."""
        rows = SellerOrder.objects.filter(created_at__gte=self.stretch.since, created_at__lt=self.stretch.until)
        return rows.filter(**self._whose("", "order__channel")).order_by()

    def sold(self) -> QuerySet[SellerOrder]:
        return self.placed().filter(status__in=MADE)

    def lines(self) -> QuerySet[OrderLine]:
        """Of the parts that were sold."""
        parts = {
            "seller_order__created_at__gte": self.stretch.since,
            "seller_order__created_at__lt": self.stretch.until,
        }
        rows = OrderLine.objects.filter(**parts, seller_order__status__in=MADE)
        return rows.filter(**self._whose("seller_order__", "seller_order__order__channel")).order_by()

    def _whose(self, prefix: str, channel: str) -> dict[str, Any]:
        of_seller = {} if self.seller_id is None else {f"{prefix}seller": self.seller_id}
        return of_seller if self.channel_id is None else {**of_seller, channel: self.channel_id}
