"""What is wrong with a basket as a whole, and what changed in it since the buyer looked."""

from collections.abc import Iterable, Sequence

from orders.address_snapshot import address_of
from orders.checkout.checkout import Checkout
from orders.checkout.priced import PricedGroup
from orders.checkout.problems import Problem, ProblemCode
from orders.vouchers.refusal import VoucherNotApplicable


def checkout_problems(
    checkout: Checkout, groups: Sequence[PricedGroup], voucher: VoucherNotApplicable | None
) -> Iterable[Problem]:
    """Of the goods first, then of the voucher, the buyer and the delivery."""
    if not groups:
        yield Problem(ProblemCode.EMPTY, "lines")
    yield from (line.problem for group in groups for line in group.lines if line.problem)
    if voucher is not None:
        yield Problem(ProblemCode.VOUCHER_NOT_APPLICABLE, "promoCode", voucher.params, voucher.message)
    if not checkout.email:
        yield Problem(ProblemCode.EMAIL_MISSING, "email")
    address = address_of(checkout.shipping_address)
    if address is None:
        yield Problem(ProblemCode.ADDRESS_MISSING, "shippingAddress")
    elif not checkout.channel.ships_to(address.country):
        yield Problem(ProblemCode.COUNTRY_NOT_SERVED, "shippingAddress")
    else:
        yield from (problem for group in groups for problem in _delivery_problems(group))


def _delivery_problems(group: PricedGroup) -> Iterable[Problem]:
    seller = group.seller.name
    if not any(line.price for line in group.lines):
        return
    if group.method is None:
        code = ProblemCode.DELIVERY_MISSING if group.methods else ProblemCode.DELIVERY_IMPOSSIBLE
        yield Problem(code, "delivery", {"seller": seller})
    elif group.seen_shipping is not None and group.seen_shipping != group.method.price:
        now = group.method.price
        change = {"before": group.seen_shipping.amount, "after": now.amount, "currency": now.currency}
        yield Problem(ProblemCode.DELIVERY_PRICE_CHANGED, "delivery", {"seller": seller, **change})
