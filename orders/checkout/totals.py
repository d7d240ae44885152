"""What a basket costs: the one function that says so, for showing and for completing.

1. Price every line at its quantity through the catalogue's pipeline; what is not sold any more counts nothing.
2. Group the lines by seller: each sends goods of their own.
3. Ask logistics for delivery methods of all groups to the address at once, and take the one chosen of each.
4. Take off what the basket's voucher takes off, line by line and delivery by delivery (``orders.vouchers.apply``).
5. Add up: a line is unit price × quantity, rounded once; a group its lines and its delivery; the basket its groups.
   Whatever is split off later (a seller's part, a refund) is one of these sums, so no cent is ever lost.
6. List what is wrong, and what changed since the buyer looked.

Example: 12 bowls at 4.50 EUR and 1 chair at 120.00 EUR of two sellers, delivered for 18.20 and 96.00 EUR:
54.00 + 18.20 and 120.00 + 96.00, together 288.20 EUR.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from catalog.pricing.price import VariantPrice, prices_for
from catalog.pricing.taxed_money import TaxedMoney
from catalog.stock.available import available
from i18n.money import Money
from i18n.today import day_here
from logistics.rates.quotes import Answer
from logistics.rates.rate import Rate
from marketplace.written_once import WrittenOnce
from orders.address_snapshot import address_of
from orders.checkout.blocked import blocked_in
from orders.checkout.checkout import Checkout
from orders.checkout.checkout_delivery import CheckoutDelivery
from orders.checkout.checkout_line import CheckoutLine
from orders.checkout.checkout_problems import checkout_problems
from orders.checkout.delivery_methods import delivery_methods
from orders.checkout.line_problem import line_problem
from orders.checkout.priced import PricedCheckout, PricedGroup, PricedLine
from orders.checkout.problems import Problem
from orders.checkout.product_names import names_in
from orders.checkout.sellable import sellable_variants
from orders.stored_money import stored
from orders.vouchers.apply import AppliedVoucher, Goods, apply_voucher
from orders.vouchers.refusal import VoucherNotApplicable

_lines_of: WrittenOnce[CheckoutLine] = WrittenOnce(
    lambda checkout: (
        CheckoutLine.objects.filter(checkout_id=checkout)
        .select_related("variant__product", "variant__seller__address")
        .order_by("id")
    )
)
_deliveries_of: WrittenOnce[CheckoutDelivery] = WrittenOnce(
    lambda checkout: CheckoutDelivery.objects.filter(checkout_id=checkout)
)


def price_checkout(
    checkout: Checkout, *, now: datetime, language: str | None = None, known: PricedCheckout | None = None
) -> PricedCheckout:
    """The basket as it costs at this moment; ``language`` is the reader's, the buyer's own by default.

    ``known`` is what was reckoned of it at the same moment in the same language: its prices and offers are taken from
    there, if the basket is still the same.
    """
    spoken = language or checkout.language
    rows, chosen = _lines_of(checkout=checkout.pk), _chosen(checkout)
    if known is not None and _is_still(known, checkout, rows):
        return _reckoned(checkout, tuple(_delivered(group, chosen) for group in known.groups), now)
    lines = _price_lines(checkout, rows, now, spoken)
    return _reckoned(checkout, _group(checkout, lines, chosen, now, spoken), now)


def with_delivery(priced: PricedCheckout, delivery: CheckoutDelivery, *, now: datetime) -> PricedCheckout:
    """The basket as it costs with this choice for one seller's goods; all else is as it was reckoned before."""
    groups = tuple(
        _delivered(group, {group.seller.pk: delivery}) if group.seller.pk == delivery.seller_id else _full_price(group)
        for group in priced.groups
    )
    return _reckoned(priced.checkout, groups, now)


_PRICED_BY = ("channel_id", "user_id", "email", "language", "shipping_address", "voucher_code")
"""What of a basket's row its prices, offers and problems follow from."""


def _is_still(known: PricedCheckout, checkout: Checkout, rows: Sequence[CheckoutLine]) -> bool:
    """The same goods for the same person at the same place."""
    return (
        known.checkout.pk == checkout.pk
        and all(getattr(known.checkout, name) == getattr(checkout, name) for name in _PRICED_BY)
        and [_as_wanted(line.line) for line in known.lines] == [_as_wanted(row) for row in rows]
    )


def _as_wanted(line: CheckoutLine) -> tuple[object, ...]:
    return line.pk, line.variant_id, line.quantity, line.seen_amount


def _reckoned(checkout: Checkout, groups: tuple[PricedGroup, ...], now: datetime) -> PricedCheckout:
    voucher, refused = _voucher(checkout, groups, now)
    if voucher is not None:
        groups = tuple(_lowered(group, voucher) for group in groups)
    problems = tuple(checkout_problems(checkout, groups, refused))
    return PricedCheckout(checkout, groups, voucher, refused, problems)


def _price_lines(checkout: Checkout, rows: Sequence[CheckoutLine], now: datetime, language: str) -> list[PricedLine]:
    ids = [row.variant_id for row in rows]
    sellable = sellable_variants(ids, channel=checkout.channel, now=now)
    prices = prices_for(
        variants=sellable.values(),
        channel=checkout.channel,
        quantities={row.variant_id: row.quantity for row in rows},
        at=now,
    )
    free = available(ids, except_for=[checkout.pk], now=now)
    names = names_in(language, [row.variant.product for row in rows])
    address = address_of(checkout.shipping_address)
    blocked = blocked_in(rows, country=address.country if address else "", on=day_here(now), language=language)
    return [
        _priced(
            row,
            prices.get(row.variant_id),
            checkout,
            line_problem(
                row,
                prices.get(row.variant_id),
                free[row.variant_id],
                names[row.variant.product_id],
                blocked_in=blocked.get(row.pk, ""),
            ),
        )
        for row in rows
    ]


def _priced(row: CheckoutLine, price: VariantPrice | None, checkout: Checkout, problem: Problem | None) -> PricedLine:
    unit = price.price if price else TaxedMoney.zero(checkout.channel.currency_code)
    return PricedLine(
        line=row,
        channel=checkout.channel,
        variant=row.variant,
        price=price,
        unit=unit,
        undiscounted=line_total(unit, row.quantity),
        discount=Money.zero(unit.currency),
        problem=problem,
    )


def line_total(unit: TaxedMoney, quantity: int) -> TaxedMoney:
    """Unit × quantity, net and gross each rounded once to what can be paid."""
    whole = unit * quantity
    return TaxedMoney(whole.net.quantize(), whole.gross.quantize())


def _group(
    checkout: Checkout,
    lines: list[PricedLine],
    chosen: Mapping[int, CheckoutDelivery],
    now: datetime,
    language: str,
) -> tuple[PricedGroup, ...]:
    by_seller: dict[int, list[PricedLine]] = {}
    for line in lines:
        by_seller.setdefault(line.variant.seller_id, []).append(line)
    answers = _ask_for_delivery(checkout, by_seller, now, language)
    return tuple(
        PricedGroup(
            seller=parts[0].variant.seller,
            lines=tuple(parts),
            methods=tuple(answer.rates),
            method=_method(answer.rates, chosen.get(seller_id)),
            shipping_discount=Money.zero(checkout.channel.currency_code),
            seen_shipping=_seen(chosen.get(seller_id), checkout.channel.currency_code),
            unanswered=tuple(answer.unanswered),
        )
        for seller_id, parts in by_seller.items()
        for answer in [answers.get(seller_id, Answer())]
    )


def _delivered(group: PricedGroup, chosen: Mapping[int, CheckoutDelivery]) -> PricedGroup:
    """The group with what is chosen for it, and nothing taken off yet."""
    delivery = chosen.get(group.seller.pk)
    return replace(
        _full_price(group),
        method=_method(group.methods, delivery),
        seen_shipping=_seen(delivery, group.shipping_discount.currency),
    )


def _full_price(group: PricedGroup) -> PricedGroup:
    """Before the voucher."""
    nothing = Money.zero(group.shipping_discount.currency)
    lines = tuple(replace(line, discount=nothing) for line in group.lines)
    return replace(group, lines=lines, shipping_discount=nothing)


def _chosen(checkout: Checkout) -> dict[int, CheckoutDelivery]:
    return {delivery.seller_id: delivery for delivery in _deliveries_of(checkout=checkout.pk)}


def _method(methods: Sequence[Rate], chosen: CheckoutDelivery | None) -> Rate | None:
    return next((method for method in methods if chosen and method.method_id == chosen.method_id), None)


def _seen(chosen: CheckoutDelivery | None, currency: str) -> Money | None:
    return None if chosen is None or chosen.seen_amount is None else stored(chosen.seen_amount, currency)


def _ask_for_delivery(
    checkout: Checkout, by_seller: Mapping[int, list[PricedLine]], now: datetime, language: str
) -> dict[int, Answer]:
    """By seller; nothing where there are no goods, and for nobody as long as there is no address."""
    address = address_of(checkout.shipping_address)
    if address is None:
        return {}
    sold = {seller_id: [part for part in parts if part.price is not None] for seller_id, parts in by_seller.items()}
    groups = {seller_id: parts for seller_id, parts in sold.items() if parts}
    return delivery_methods(groups, address=address, channel=checkout.channel, on=day_here(now), language=language)


def _voucher(
    checkout: Checkout, groups: tuple[PricedGroup, ...], now: datetime
) -> tuple[AppliedVoucher | None, VoucherNotApplicable | None]:
    if not checkout.voucher_code or not groups:
        return None, None
    try:
        return apply_voucher(checkout.voucher_code, _goods(checkout, groups), now=now), None
    except VoucherNotApplicable as refused:
        return None, refused  # said to the buyer as a problem of the basket


def _goods(checkout: Checkout, groups: tuple[PricedGroup, ...]) -> Goods:
    address = address_of(checkout.shipping_address)
    return Goods(
        channel=checkout.channel,
        email=checkout.email,
        user_id=checkout.user_id,
        country=address.country if address else "",
        lines=[(line.variant, line.line.quantity, line.undiscounted.gross) for group in groups for line in group.lines],
        deliveries={group.seller.pk: group.method.price for group in groups if group.method},
    )


def _lowered(group: PricedGroup, voucher: AppliedVoucher) -> PricedGroup:
    nothing = Money.zero(group.shipping_discount.currency)
    lines = tuple(replace(line, discount=voucher.lines.get(line.variant.pk, nothing)) for line in group.lines)
    return replace(group, lines=lines, shipping_discount=voucher.deliveries.get(group.seller.pk, nothing))
