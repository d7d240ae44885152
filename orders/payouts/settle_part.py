"""Bring a seller's earnings of a part into step with what has happened to it.

1. What stays of the buyer's money: what was charged for the part less every refund owed; freight and goods apart.
2. What of that is earned: nothing before anything left; then the freight and the goods that left; everything once
   nothing is open any more. A refund takes first from what isn't earned yet.
3. Vouchers that the marketplace bears are added, in proportion to the goods that are earned.
4. Commission and its tax on the goods and vouchers (``commission.take``).
5. The difference to what was posted before is one posting: buyer's money (and vouchers) to seller and commission, or
   back.

Only the present state counts, so it doesn't matter in what order things happened, how often a refund was divided or how
often this is called: no unit can get lost between two roundings.

Example: 100.00 of goods and 20.00 freight, 8 % commission, 10 % tax on it. Shipped: the seller has 111.20, the
marketplace 8.00 and 0.80. 50.00 of goods are refunded: the seller has 65.60, the marketplace 4.00 and 0.40.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from i18n.money import Money, sum_money
from marketplace.events.publish import publish
from orders.events import EarningChanged, SellerOrderShipped
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.locks import lock_order
from orders.payments.refund import Refund
from orders.payouts.commission.take import LineValue, take_commission
from orders.payouts.earning import Earning
from orders.payouts.ledger.account import COMMISSION, COMMISSION_TAX, VOUCHERS, buyer_funds, seller_payable
from orders.payouts.ledger.post import About, credit, debit, post
from orders.payouts.ledger.transaction import TransactionKind
from orders.payouts.withholding.withhold import withhold
from orders.stored_money import stored
from orders.vouchers.borne_by import BorneBy

_COMPLETE = (SellerOrderStatus.SHIPPED, SellerOrderStatus.DELIVERED)


@dataclass(frozen=True, slots=True)
class Stays:
    """What stays of the buyer's money for a part, earned or not."""

    goods: Money
    freight: Money


@dataclass(frozen=True, slots=True)
class Due:
    """Everything a seller's part comes to at this moment."""

    earned: Money
    voucher: Money
    commission: Money
    tax: Money

    @property
    def payable(self) -> Money:
        return self.earned + self.voucher - self.commission - self.tax


def settle_part(seller_order: SellerOrder) -> None:
    """Post what changed since the last time; nothing where nothing did. Under the order's lock."""
    part = SellerOrder.objects.select_related("order").get(pk=seller_order.pk)
    earning = Earning.objects.filter(seller_order=part).first()
    lines = list(OrderLine.objects.filter(seller_order=part).order_by("id"))
    has_left = any(line.quantity_fulfilled for line in lines)
    if earning is None and not has_left and part.status not in _COMPLETE:
        return
    earning = earning or Earning.objects.create(seller_order=part, currency=part.currency)
    _post_change(part, earning, _due(part, lines))
    withhold(part, earning)


def _due(part: SellerOrder, lines: list[OrderLine]) -> Due:
    stays = what_stays(part)
    values = {line.pk: _value(line) for line in lines}
    is_complete = part.status in _COMPLETE
    has_left = is_complete or any(line.quantity_fulfilled for line in lines)
    zero = Money.zero(part.currency)
    left = sum_money((_left_of_buyers(line) for line in lines), part.currency)
    goods = stays.goods if is_complete else min(left, stays.goods)
    freight = stays.freight if has_left else zero
    goods_voucher = _goods_voucher(part, lines, goods)
    freight_voucher = _freight_voucher(part, freight) if has_left else zero
    commission, tax = take_commission(part, goods + goods_voucher, values, lines)
    return Due(goods + freight, goods_voucher + freight_voucher, commission, tax)


def what_stays(part: SellerOrder) -> Stays:
    """Freight that was charged less freight that went back; the rest is goods."""
    refunds = list(Refund.objects.filter(seller_order=part))
    charged = stored(part.charged_amount, part.currency)
    total = charged - sum_money((row.money for row in refunds), part.currency)
    freight_due = stored(part.shipping_amount - part.waived_shipping_amount, part.currency)
    given_back = sum_money((row.shipping for row in refunds), part.currency)
    freight = max(min(min(freight_due, charged) - given_back, total), Money.zero(part.currency))
    return Stays(total - freight, freight)


def _value(line: OrderLine) -> LineValue:
    whole = stored(line.total_amount, line.currency) + _voucher_of(line)
    return LineValue(whole, _fraction(whole, line.quantity_fulfilled - line.quantity_returned, line.quantity))


def _left_of_buyers(line: OrderLine) -> Money:
    return _fraction(stored(line.total_amount, line.currency), line.quantity_fulfilled, line.quantity)


def _voucher_of(line: OrderLine) -> Money:
    """What the marketplace adds to a line."""
    borne = line.discount_borne_by == BorneBy.MARKETPLACE
    return stored(line.discount_amount if borne else Decimal(0), line.currency)


def _goods_voucher(part: SellerOrder, lines: list[OrderLine], goods: Money) -> Money:
    whole = sum_money((_voucher_of(line) for line in lines), part.currency)
    paid = sum_money((stored(line.total_amount, line.currency) for line in lines), part.currency)
    if not whole:
        return whole
    if paid:
        return _fraction(whole, min(goods, paid).minor_units(), paid.minor_units())
    sold = sum(line.quantity for line in lines)
    gone = sum(line.quantity_fulfilled - line.quantity_returned for line in lines)
    return _fraction(whole, gone, sold)


def _freight_voucher(part: SellerOrder, freight: Money) -> Money:
    borne = part.shipping_discount_borne_by == BorneBy.MARKETPLACE
    whole = stored(part.shipping_discount_amount if borne else Decimal(0), part.currency)
    paid = stored(part.shipping_amount, part.currency)
    return _fraction(whole, min(freight, paid).minor_units(), paid.minor_units()) if paid else whole


def _fraction(amount: Money, numerator: int, denominator: int) -> Money:
    """``amount`` × numerator / denominator, rounded down to a minor unit; all of it for a whole."""
    if numerator >= denominator:
        return amount
    return Money.from_minor(int(Fraction(amount.minor_units() * max(numerator, 0), denominator)), amount.currency)


def _post_change(part: SellerOrder, earning: Earning, due: Due) -> None:
    before = Due(earning.earned, earning.voucher, earning.commission, earning.commission_tax)
    if due == before:
        return
    earning.postings += 1
    post(
        TransactionKind.EARNING,
        key=f"earning:{part.pk}:{earning.postings}",
        currency=part.currency,
        entries=[
            debit(buyer_funds(part.order_id), due.earned - before.earned),
            debit(VOUCHERS, due.voucher - before.voucher),
            credit(COMMISSION, due.commission - before.commission),
            credit(COMMISSION_TAX, due.tax - before.tax),
            credit(seller_payable(part.seller_id), due.payable - before.payable),
        ],
        about=About(order=part.order, seller_order=part),
    )
    earning.earned_amount, earning.voucher_amount = due.earned.amount, due.voucher.amount
    earning.commission_amount, earning.commission_tax_amount = due.commission.amount, due.tax.amount
    earning.save()
    publish(EarningChanged(seller_order_id=str(part.pk)))


def earn_shipped(event: SellerOrderShipped) -> None:
    """Reaction: goods left, so their seller has earned them."""
    seller_order = SellerOrder.objects.get(pk=event.seller_order_id)
    with transaction.atomic():
        lock_order(seller_order.order_id)
        settle_part(seller_order)
