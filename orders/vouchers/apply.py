"""Apply the voucher of a basket to what the basket costs.

1. Find it by its code: living, worth something in this channel, within its period, with uses left.
2. Take the goods it concerns; they must be worth and be as many as it asks for.
3. Share its value out over them, or over the deliveries of their sellers.

Who bears it is the voucher's seller, or the marketplace where it has none; the order writes it on every line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from catalog.models import ProductVariant
from i18n.money import Money, sum_money
from marketplace.channels.models import Channel
from orders.vouchers.borne_by import BorneBy
from orders.vouchers.concerned import concerned_variants
from orders.vouchers.discount import share_discount
from orders.vouchers.find import FoundVoucher, find_voucher, require_uses_left
from orders.vouchers.refusal import VoucherNotApplicable, VoucherProblem
from orders.vouchers.voucher import VoucherType


@dataclass(frozen=True, slots=True)
class Goods:
    """What a basket holds, as a voucher looks at it."""

    channel: Channel
    email: str
    user_id: int | None
    country: str
    """Where it goes; empty before that is known."""
    lines: Sequence[tuple[ProductVariant, int, Money]]
    """Variant, pieces, and what they cost together, tax included."""
    deliveries: Mapping[int, Money]
    """By seller, where a method is chosen."""


@dataclass(frozen=True, slots=True)
class AppliedVoucher:
    """What it takes off, by variant and by seller."""

    found: FoundVoucher
    lines: Mapping[int, Money] = field(default_factory=dict)
    deliveries: Mapping[int, Money] = field(default_factory=dict)

    @property
    def borne_by(self) -> BorneBy:
        return self.found.voucher.borne_by

    @property
    def amount(self) -> Money:
        return sum_money([*self.lines.values(), *self.deliveries.values()], self.found.listing.currency)


def apply_voucher(code: str, goods: Goods, *, now: datetime) -> AppliedVoucher:
    """Raises ``VoucherNotApplicable`` where it lowers nothing and never will for these goods.

    Free delivery takes nothing off as long as no delivery is chosen, and that is no reason to refuse it.
    """
    found = find_voucher(code, channel=goods.channel)
    _require_period(found, now)
    require_uses_left(found, email=goods.email, user_id=goods.user_id)
    if goods.country and found.voucher.countries and goods.country not in found.voucher.countries:
        raise VoucherNotApplicable(VoucherProblem.WRONG_COUNTRY, code=found.code.code)
    concerned = concerned_variants(found.voucher, [variant for variant, _, _ in goods.lines])
    lines = [line for line in goods.lines if line[0].pk in concerned and line[2]]
    _require_enough(found, lines)
    return _shared_out(found, lines, goods)


def _require_period(found: FoundVoucher, now: datetime) -> None:
    voucher = found.voucher
    if now < voucher.starts_at:
        raise VoucherNotApplicable(VoucherProblem.NOT_YET, code=found.code.code)
    if voucher.ends_at is not None and now >= voucher.ends_at:
        raise VoucherNotApplicable(VoucherProblem.OVER, code=found.code.code)


def _require_enough(found: FoundVoucher, lines: Sequence[tuple[ProductVariant, int, Money]]) -> None:
    code, listing = found.code.code, found.listing
    if not lines:
        raise VoucherNotApplicable(VoucherProblem.NOTHING_TO_LOWER, code=code)
    least = listing.minimum_spent
    if least is not None and sum_money((cost for _, _, cost in lines), listing.currency).amount < least:
        amount = Money(least, listing.currency).quantize().amount
        raise VoucherNotApplicable(VoucherProblem.TOO_LITTLE_SPENT, code=code, least=amount, currency=listing.currency)
    pieces = found.voucher.minimum_quantity
    if pieces is not None and sum(quantity for _, quantity, _ in lines) < pieces:
        raise VoucherNotApplicable(VoucherProblem.TOO_FEW_PIECES, code=code, least=pieces)


def _shared_out(
    found: FoundVoucher, lines: Sequence[tuple[ProductVariant, int, Money]], goods: Goods
) -> AppliedVoucher:
    voucher, listing = found.voucher, found.listing
    value, currency = listing.value, listing.currency
    if voucher.type == VoucherType.SHIPPING:
        sellers = {variant.seller_id for variant, _, _ in lines}
        costs = {seller: cost for seller, cost in goods.deliveries.items() if seller in sellers}
        shares = share_discount(costs, value=value, value_type=voucher.value_type, currency=currency)
        return AppliedVoucher(found, deliveries=shares)
    goods_costs = {variant.pk: cost for variant, _, cost in lines}
    return AppliedVoucher(
        found, lines=share_discount(goods_costs, value=value, value_type=voucher.value_type, currency=currency)
    )
