"""Orders and money for tests, straight into their tables: for sums that don't care how a basket was filled."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from i18n.money import Money
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.payouts.commission.rule import CommissionRule
from orders.vouchers.borne_by import BorneBy

SINCE = date(2026, 1, 1)


def make_commission_rule(**overrides: Any) -> CommissionRule:
    """Everybody pays 8 %, with 10 % tax on it, since the beginning of the year."""
    fields = {"percent": Decimal(8), "tax_percent": Decimal(10), "effective_from": SINCE, **overrides}
    return CommissionRule.objects.create(**fields)


def make_bare_order(channel: Channel, currency: str, *parts: "tuple[Seller, Money, list[Line]]") -> Order:
    """An order that nobody checked out: each part a seller, its freight and its lines. Nothing is planned or paid."""
    now = timezone.now()
    goods = [sum((line.paid.amount for line in lines), Decimal(0)) for _seller, _freight, lines in parts]
    freight = [freight.amount for _seller, freight, _lines in parts]
    number = uuid4().hex[:12]
    order = Order.objects.create(
        number=number, channel=channel, email="sum@example.org", language="en", shipping_address={}, billing_address={},
        currency=currency, subtotal_amount=sum(goods), shipping_amount=sum(freight), created_at=now,
        total_amount=sum(goods) + sum(freight), payment_due_at=now + timedelta(days=7),
    )  # fmt: skip
    for position, (seller, freight_of, lines) in enumerate(parts, start=1):
        _part(order, seller, freight_of, lines, position)
    return order


class Line:
    """So many pieces, what the buyer pays for all of them, and what a voucher took off it, and whose that was."""

    def __init__(self, quantity: int, paid: Money, voucher: Money | None = None, borne_by: str = "") -> None:
        self.quantity, self.paid = quantity, paid
        self.voucher = voucher or Money.zero(paid.currency)
        self.borne_by = borne_by or (BorneBy.MARKETPLACE if self.voucher else "")


def _part(order: Order, seller: Seller, freight: Money, lines: list[Line], position: int) -> None:
    goods = sum((line.paid.amount for line in lines), Decimal(0))
    part = SellerOrder.objects.create(
        order=order, seller=seller, number=f"{order.number}-{position}", position=position, currency=order.currency,
        subtotal_amount=goods, shipping_amount=freight.amount, total_amount=goods + freight.amount,
        delivery_method_id="x", delivery_method_name="x", carrier="x", created_at=order.created_at,
    )  # fmt: skip
    OrderLine.objects.bulk_create(
        OrderLine(
            seller_order=part, product_name="x", product_name_source="x", sku="X", origin_country="VN",
            quantity=line.quantity, currency=order.currency, unit_amount=0, unit_net_amount=0,
            total_amount=line.paid.amount, total_net_amount=line.paid.amount,
            discount_amount=line.voucher.amount, discount_borne_by=line.borne_by,
        )
        for line in lines
    )  # fmt: skip
