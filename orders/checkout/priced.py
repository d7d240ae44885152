"""A basket with its prices: what ``orders.checkout.totals`` reckons."""

from dataclasses import dataclass, field

from catalog.models import ProductVariant
from catalog.pricing.price import VariantPrice
from catalog.pricing.taxed_money import TaxedMoney
from i18n.money import Money
from logistics.rates.quotes import Unanswered
from logistics.rates.rate import Rate
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from orders.checkout.checkout import Checkout
from orders.checkout.checkout_line import CheckoutLine
from orders.checkout.problems import Problem
from orders.checkout.sale import sum_taxed
from orders.vouchers.apply import AppliedVoucher
from orders.vouchers.refusal import VoucherNotApplicable


@dataclass(frozen=True, slots=True)
class PricedLine:
    line: CheckoutLine
    channel: Channel
    variant: ProductVariant
    price: VariantPrice | None
    """Nothing when it isn't sold any more."""
    unit: TaxedMoney
    """Of one piece, before the voucher."""
    undiscounted: TaxedMoney
    """Of all pieces, before the voucher."""
    discount: Money
    """The voucher's share, of the price with tax."""
    problem: Problem | None

    @property
    def total(self) -> TaxedMoney:
        """What the buyer pays; tax falls with the price."""
        return less(self.undiscounted, self.discount)


@dataclass(frozen=True, slots=True)
class PricedGroup:
    """The goods of one seller."""

    seller: Seller
    lines: tuple[PricedLine, ...]
    methods: tuple[Rate, ...]
    method: Rate | None
    shipping_discount: Money
    """The voucher's share of the delivery."""
    seen_shipping: Money | None = None
    """What the delivery cost when the buyer chose it; nothing where none is chosen."""
    unanswered: tuple[Unanswered, ...] = ()
    """The carriers that gave no price."""

    @property
    def subtotal(self) -> TaxedMoney:
        return sum_taxed((line.total for line in self.lines), self.shipping_discount.currency)

    @property
    def shipping(self) -> TaxedMoney:
        """Freight is quoted as one amount; tax in it is the carrier's and not shown apart."""
        price = self.method.price if self.method else Money.zero(self.shipping_discount.currency)
        left = price - self.shipping_discount
        return TaxedMoney(left, left)

    @property
    def total(self) -> TaxedMoney:
        return self.subtotal + self.shipping


@dataclass(frozen=True, slots=True)
class PricedCheckout:
    checkout: Checkout
    groups: tuple[PricedGroup, ...]
    voucher: AppliedVoucher | None = None
    """The one that applies; nothing where the basket has none, or one that lowers nothing."""
    voucher_refused: VoucherNotApplicable | None = None
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
    def discount(self) -> Money:
        return self.voucher.amount if self.voucher else Money.zero(self.currency)

    @property
    def total(self) -> TaxedMoney:
        return sum_taxed((group.total for group in self.groups), self.currency)


def less(price: TaxedMoney, discount: Money) -> TaxedMoney:
    """The price with tax lowered by the discount, and the one without tax in proportion, rounded once.

    108.00 of which 8.00 is tax, less 10.80, is 97.20 of which 7.20 is tax.
    """
    if not discount:
        return price
    gross = price.gross - discount
    net = Money(price.net.amount * gross.amount / price.gross.amount, gross.currency).quantize()
    return TaxedMoney(net, gross)
