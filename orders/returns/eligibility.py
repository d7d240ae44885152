"""What of an order may be given back today, and by what right.

1. Goods count from the day they arrived; what was never reported as delivered counts from the day it was shipped and
   the days the carrier said.
2. A reason that is the seller's fault falls under FAULT, a changed mind under WITHDRAWAL where the law of the country
   gives consumers that right, else under GOODWILL.
3. A buyer with a company name or a tax number is no consumer.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from orders.fulfillment.fulfillment import Fulfillment
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEvent, OrderEventType
from orders.lifecycle.seller_order import SellerOrder
from orders.returns.periods import CountedFrom, Period, PeriodKind, period_for
from orders.returns.return_request import ReturnReason


class TooLate(Exception):
    """The period in which it may be asked for is over, or there is none."""

    def __init__(self, number: str, until: datetime | None) -> None:
        super().__init__(f"{number}: possible until {until}")
        self.number = number
        self.until = until


class TooEarly(Exception):
    """The seller still has time to send the goods."""

    def __init__(self, number: str, since: datetime | None) -> None:
        super().__init__(f"{number}: possible since {since}")
        self.number = number
        self.since = since


@dataclass(frozen=True, slots=True)
class Right:
    period: Period
    until: datetime

    @property
    def is_by_law(self) -> bool:
        return self.period.kind == PeriodKind.WITHDRAWAL


def is_consumer(order: Order) -> bool:
    return not order.tax_ids and not order.billing_address.get("company_name")


def right_to_return(seller_order: SellerOrder, reason: ReturnReason, *, now: datetime) -> Right:
    """Raises ``TooLate``, also where nothing was sent yet. Needs the order loaded."""
    kinds = (PeriodKind.WITHDRAWAL, PeriodKind.GOODWILL) if reason == ReturnReason.CHANGED_MIND else (PeriodKind.FAULT,)
    return _right(seller_order, kinds, now)


def right_to_dispute(seller_order: SellerOrder, *, now: datetime) -> Right:
    """Also where nothing was sent for so long that a buyer need not wait any more. Raises ``TooLate``, ``TooEarly``."""
    if arrived_at(seller_order) is not None:
        return _right(seller_order, (PeriodKind.DISPUTE,), now)
    order = seller_order.order
    period = period_for(PeriodKind.NOT_SENT, country="", on=order.created_at.date())
    if period is None or now < order.created_at + period.length:
        raise TooEarly(seller_order.number, order.created_at + period.length if period else None)
    return Right(period, now)


def _right(seller_order: SellerOrder, kinds: tuple[PeriodKind, ...], now: datetime) -> Right:
    order = seller_order.order
    arrived = arrived_at(seller_order)
    if arrived is None:
        raise TooLate(seller_order.number, None)
    found = [
        period_for(
            kind,
            country=order.shipping_address.get("country", ""),
            on=order.created_at.date(),
            is_consumer=is_consumer(order),
        )
        for kind in kinds
    ]
    rights = [
        Right(period, (order.created_at if period.counted_from == CountedFrom.ORDER else arrived) + period.length)
        for period in found
        if period is not None
    ]
    alive = next((right for right in rights if now <= right.until), None)
    if alive is None:
        raise TooLate(seller_order.number, max((right.until for right in rights), default=None))
    return alive


def arrived_at(seller_order: SellerOrder) -> datetime | None:
    """When the last goods arrived, or should have; nothing before anything left."""
    delivered = OrderEvent.objects.filter(seller_order=seller_order, type=OrderEventType.DELIVERED)
    moment = delivered.order_by("-at").values_list("at", flat=True).first()
    if moment is not None:
        return moment
    left = Fulfillment.objects.filter(seller_order=seller_order).order_by("-created_at")
    shipped = left.values_list("created_at", flat=True).first()
    return None if shipped is None else shipped + timedelta(days=seller_order.maximum_days or 0)
