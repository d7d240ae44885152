"""A buyer is to pay less for a part: it was called off, in whole or in part."""

from decimal import Decimal

from i18n.money import Money, sum_money
from orders.lifecycle.by import SYSTEM, By
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.confirm import confirm_if_paid
from orders.payments.open import ask_for_less
from orders.payments.owe_refund import RefundTooHigh, owe_refund, refundable
from orders.payments.plan import lower_plan
from orders.payments.refund import Refund, RefundReason
from orders.payments.shares import living_parts_of, open_of, share_out
from orders.payouts.settle_part import settle_part


def price_left(seller_order: SellerOrder) -> Money:
    """What the part costs the buyer as things stand: still to be charged, and charged without going back."""
    seller_order.refresh_from_db(fields=["charged_amount", "waived_amount", "waived_shipping_amount"])
    return open_of(seller_order) + refundable(seller_order)


def take_off(
    seller_order: SellerOrder,
    amount: Money,
    *,
    key: str,
    reason: RefundReason = RefundReason.CANCELED,
    by: By = SYSTEM,
    shipping: Money | None = None,
) -> Refund | None:
    """Lower what a part costs by ``amount``, of which ``shipping`` is freight; under the order's lock.

    1. What was not charged yet is not asked for any more: the last instalment is lowered first.
    2. What was charged pays what other living parts of the order still lack.
    3. The rest is owed back; that refund is returned. ``key`` is the refund's: give each reduction one of its own.

    100.00 with a deposit of 30.00 paid; goods of 40.00 are called off: the balance falls from 70.00 to 30.00, nothing
    goes back. Another 40.00: the balance is 0.00, and 10.00 go back. Raises ``RefundTooHigh``.
    """
    order = seller_order.order
    possible = price_left(seller_order)
    if amount > possible or amount.amount < 0:
        raise RefundTooHigh(seller_order.number, amount, possible)
    freight = shipping or Money.zero(order.currency)
    waived = min(amount, open_of(seller_order))
    moved = _cover_others(seller_order, amount - waived)
    _waive(seller_order, waived, moved, min(freight, waived + moved))
    lower_plan(order, waived + moved)
    rest = amount - waived - moved
    refund = None
    if rest:
        left = max(freight - waived - moved, Money.zero(order.currency))
        refund = owe_refund(seller_order, rest, key=key, reason=reason, by=by, shipping=left)
    else:
        settle_part(seller_order)
    ask_for_less(order, key=key)
    confirm_if_paid(order)
    return refund


def _waive(part: SellerOrder, waived: Money, moved: Money, freight: Money) -> None:
    part.charged_amount = part.charged_amount - moved.amount
    part.waived_amount = part.waived_amount + (waived + moved).amount
    room = max(part.shipping_amount - part.waived_shipping_amount, Decimal(0))
    part.waived_shipping_amount = part.waived_shipping_amount + min(freight.amount, room)
    part.save(update_fields=["charged_amount", "waived_amount", "waived_shipping_amount"])


def _cover_others(part: SellerOrder, available: Money) -> Money:
    """Charged money goes where it is lacking instead of back to the buyer, who would have to send it again."""
    others = [other for other in living_parts_of(part.order) if other.pk != part.pk]
    wanted = sum_money((open_of(other) for other in others), part.currency)
    moved = min(available, wanted)
    if not moved:
        return moved
    for other, share in share_out(moved, others, open_of):
        other.charged_amount = other.charged_amount + share.amount
        other.save(update_fields=["charged_amount"])
        settle_part(other)
    return moved


def void_part(seller_order: SellerOrder, *, by: By = SYSTEM) -> Refund | None:
    """All that is left of a part's price is taken off: it was called off as a whole. Repeating it does nothing."""
    left = price_left(seller_order)
    if not left:
        return None
    return take_off(seller_order, left, key=f"canceled:{seller_order.pk}", by=by, shipping=_freight_of(seller_order))


def _freight_of(part: SellerOrder) -> Money:
    return part.shipping_price.gross
