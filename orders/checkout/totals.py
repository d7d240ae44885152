"""What a basket costs: the one function that says so, for showing and for completing.

1. Price every line at its quantity through the catalogue's pipeline; what is not sold any more counts nothing.
2. Group the lines by seller: each sends goods of their own.
3. Ask logistics for delivery methods of each group to the address, and take the one chosen.
4. Add up: a line is unit price × quantity, rounded once; a group its lines and its delivery; the basket its groups.
   Whatever is split off later (a seller's part, a refund) is one of these sums, so no cent is ever lost.
5. List what is wrong.

Example: 12 bowls at 4.50 EUR and 1 chair at 120.00 EUR of two sellers, delivered for 18.20 and 96.00 EUR:
54.00 + 18.20 and 120.00 + 96.00, together 288.20 EUR.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from catalog.models import ProductVariant
from catalog.pricing.price import VariantPrice, prices_for
from catalog.pricing.taxed_money import TaxedMoney
from catalog.stock.available import available
from i18n.money import Money
from i18n.today import day_here
from logistics.rates.rate import Rate
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from orders.address_snapshot import address_of
from orders.checkout.checkout import Checkout
from orders.checkout.checkout_line import CheckoutLine
from orders.checkout.consignment import group_consignment
from orders.checkout.delivery_methods import delivery_methods
from orders.checkout.line_problem import line_problem
from orders.checkout.problems import Problem, ProblemCode
from orders.checkout.product_names import names_in
from orders.checkout.sale import sum_taxed
from orders.checkout.sellable import sellable_variants


@dataclass(frozen=True, slots=True)
class PricedLine:
    line: CheckoutLine
    channel: Channel
    variant: ProductVariant
    price: VariantPrice | None
    """Nothing when it isn't sold any more."""
    unit: TaxedMoney
    total: TaxedMoney
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class PricedGroup:
    """The goods of one seller."""

    seller: Seller
    lines: tuple[PricedLine, ...]
    subtotal: TaxedMoney
    methods: tuple[Rate, ...]
    method: Rate | None

    @property
    def shipping(self) -> TaxedMoney:
        """Freight is quoted as one amount; tax in it is the carrier's and not shown apart."""
        price = self.method.price if self.method else Money.zero(self.subtotal.currency)
        return TaxedMoney(price, price)

    @property
    def total(self) -> TaxedMoney:
        return self.subtotal + self.shipping


@dataclass(frozen=True, slots=True)
class PricedCheckout:
    checkout: Checkout
    groups: tuple[PricedGroup, ...]
    problems: tuple[Problem, ...] = field(default=())

    @property
    def currency(self) -> str:
        return self.checkout.channel.currency_code

    @property
    def lines(self) -> list[PricedLine]:
        return sorted((line for group in self.groups for line in group.lines), key=lambda line: line.line.pk)

    @property
    def subtotal(self) -> TaxedMoney:
        return sum_taxed((group.subtotal for group in self.groups), self.currency)

    @property
    def shipping(self) -> TaxedMoney:
        return sum_taxed((group.shipping for group in self.groups), self.currency)

    @property
    def total(self) -> TaxedMoney:
        return sum_taxed((group.total for group in self.groups), self.currency)


def price_checkout(checkout: Checkout, *, now: datetime, language: str | None = None) -> PricedCheckout:
    """The basket as it costs at this moment; ``language`` is the reader's, the buyer's own by default."""
    spoken = language or checkout.language
    lines = _price_lines(checkout, now, spoken)
    groups = _group(checkout, lines, now, spoken)
    return PricedCheckout(checkout, groups, tuple(_problems(checkout, groups)))


def _price_lines(checkout: Checkout, now: datetime, language: str) -> list[PricedLine]:
    rows = list(checkout.lines.select_related("variant__product", "variant__seller__address").order_by("id"))
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
    return [
        _priced(row, prices.get(row.variant_id), free[row.variant_id], names[row.variant.product_id], checkout)
        for row in rows
    ]


def _priced(row: CheckoutLine, price: VariantPrice | None, free: int, name: str, checkout: Checkout) -> PricedLine:
    unit = price.price if price else TaxedMoney.zero(checkout.channel.currency_code)
    return PricedLine(
        line=row,
        channel=checkout.channel,
        variant=row.variant,
        price=price,
        unit=unit,
        total=line_total(unit, row.quantity),
        problem=line_problem(row, price, free, name),
    )


def line_total(unit: TaxedMoney, quantity: int) -> TaxedMoney:
    """Unit × quantity, net and gross each rounded once to what can be paid."""
    whole = unit * quantity
    return TaxedMoney(whole.net.quantize(), whole.gross.quantize())


def _group(checkout: Checkout, lines: list[PricedLine], now: datetime, language: str) -> tuple[PricedGroup, ...]:
    by_seller: dict[int, list[PricedLine]] = {}
    for line in lines:
        by_seller.setdefault(line.variant.seller_id, []).append(line)
    chosen = dict(checkout.deliveries.values_list("seller_id", "method_id"))
    return tuple(
        PricedGroup(
            seller=parts[0].variant.seller,
            lines=tuple(parts),
            subtotal=sum_taxed((part.total for part in parts), checkout.channel.currency_code),
            methods=methods,
            method=next((method for method in methods if method.method_id == chosen.get(seller_id)), None),
        )
        for seller_id, parts in by_seller.items()
        for methods in [_methods(checkout, parts, now, language)]
    )


def _methods(checkout: Checkout, parts: list[PricedLine], now: datetime, language: str) -> tuple[Rate, ...]:
    sold = [part for part in parts if part.price is not None]
    address = address_of(checkout.shipping_address)
    consignment = group_consignment(sold, address) if sold and address else None
    return delivery_methods(consignment, currency=checkout.channel.currency_code, on=day_here(now), language=language)


def _problems(checkout: Checkout, groups: tuple[PricedGroup, ...]) -> Iterable[Problem]:
    if not groups:
        yield Problem(ProblemCode.EMPTY, "lines")
    yield from (line.problem for group in groups for line in group.lines if line.problem)
    if not checkout.email:
        yield Problem(ProblemCode.EMAIL_MISSING, "email")
    address = address_of(checkout.shipping_address)
    if address is None:
        yield Problem(ProblemCode.ADDRESS_MISSING, "shippingAddress")
    elif not checkout.channel.ships_to(address.country):
        yield Problem(ProblemCode.COUNTRY_NOT_SERVED, "shippingAddress")
    else:
        yield from _delivery_problems(groups)


def _delivery_problems(groups: tuple[PricedGroup, ...]) -> Iterable[Problem]:
    for group in groups:
        if group.method is None and any(line.price for line in group.lines):
            code = ProblemCode.DELIVERY_MISSING if group.methods else ProblemCode.DELIVERY_IMPOSSIBLE
            yield Problem(code, "delivery", {"seller": group.seller.name})
