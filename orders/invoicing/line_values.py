"""What an invoice says, line by line, computed from what was sold and what went back.

1. Every line of the order that left, with the pieces that left, at the price the buyer pays after vouchers; then the
   freight that was not waived. Prices contain the tax: of 108.00 at 8 % the tax is 8.00, rounded once for each line.
2. What goes back is taken off in one line for goods and one for freight, whatever number of refunds it came in. Its tax
   is what the tax of all that went back so far comes to, less what was taken off before: when everything is back, no
   unit of tax is left.

Example: goods of 108.00 with 8.00 tax. 36.00 go back: tax 2.66 (8.00 × 36/108, rounded down). The other 72.00 go back:
tax 8.00 − 2.66 = 5.34.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from catalog.pricing.tax_rate import TaxRate
from i18n.messages import gettext_noop as _
from i18n.money import Money, sum_money
from orders.invoicing.tax_invoice import LineKind, TaxInvoiceLine
from orders.lifecycle.of_shipped import of_shipped
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.refund import Refund, RefundReason
from orders.stored_money import stored

FREIGHT = _("Freight")
BACK = {LineKind.GOODS: _("Goods given back"), LineKind.FREIGHT: _("Freight given back")}
_NO_SALE_LESS = frozenset({RefundReason.CHARGEBACK, RefundReason.OVERPAID})
"""The buyer's bank takes money back, or there was too much of it: the sale is what it was."""


@dataclass(frozen=True, slots=True)
class LineValue:
    kind: LineKind
    name: str
    total: Money
    tax: Money
    vat_percent: Decimal | None
    """Empty where the form knows no such tax."""
    vat_basis: str = ""
    name_english: str = ""
    sku: str = ""
    quantity: int | None = None

    @property
    def net(self) -> Money:
        return self.total - self.tax


@dataclass(frozen=True, slots=True)
class Sum:
    """Of one kind of lines."""

    total: Money
    tax: Money


def sold_lines(part: SellerOrder, rate: TaxRate | None) -> list[LineValue]:
    """``rate`` is nothing on a sales invoice."""
    lines = [line for line in part.lines.all() if line.quantity_fulfilled]
    values = [_goods(line, rate) for line in sorted(lines, key=lambda line: line.pk)]
    freight = stored(part.shipping_amount - part.waived_shipping_amount, part.currency)
    if freight:
        values.append(_value(LineKind.FREIGHT, FREIGHT, freight, rate))
    return values


def _goods(line: OrderLine, rate: TaxRate | None) -> LineValue:
    value = _value(LineKind.GOODS, line.product_name_source, of_shipped(line, line.total_price.gross), rate)
    name = f"{line.product_name_source} {line.variant_name}".strip()[:300]
    return LineValue(
        **{
            **{name: getattr(value, name) for name in ("kind", "total", "tax", "vat_percent", "vat_basis")},
            "name": name,
            "name_english": line.product_name_english,
            "sku": line.sku,
            "quantity": line.quantity_fulfilled,
        }
    )


def _value(kind: LineKind, name: str, total: Money, rate: TaxRate | None) -> LineValue:
    if rate is None:
        return LineValue(kind, name, total, Money.zero(total.currency), None)
    net = Money(total.amount / (1 + rate.rate), total.currency).quantize()
    return LineValue(kind, name, total, total - net, rate.rate * 100, rate.legal_basis)


def back_lines(
    refunds: Iterable[Refund], *, sold: Mapping[LineKind, Sum], before: Mapping[LineKind, Sum], rate: TaxRate | None
) -> list[LineValue]:
    """What ``refunds`` take off; never more than was ``sold`` and did not go back ``before``."""
    rows = [row for row in refunds if row.reason not in _NO_SALE_LESS]
    found = [_back(kind, rows, sold, before, rate) for kind in LineKind]
    return [value for value in found if value is not None]


def _back(
    kind: LineKind,
    refunds: Sequence[Refund],
    sold: Mapping[LineKind, Sum],
    before: Mapping[LineKind, Sum],
    rate: TaxRate | None,
) -> LineValue | None:
    whole, gone = sold.get(kind), before.get(kind)
    if whole is None:
        return None
    currency = whole.total.currency
    gone = gone or Sum(Money.zero(currency), Money.zero(currency))
    asked = sum_money((_share(kind, refund) for refund in refunds), currency)
    total = min(asked, whole.total - gone.total)
    if total.amount <= 0:
        return None
    tax = _part_of(whole.tax, gone.total + total, whole.total) - gone.tax
    percent = None if rate is None else rate.rate * 100
    return LineValue(kind, BACK[kind], -total, -tax, percent, "" if rate is None else rate.legal_basis)


def _share(kind: LineKind, refund: Refund) -> Money:
    """What was called off before it left is in no line of goods; freight that goes back with it is."""
    if kind == LineKind.FREIGHT:
        return refund.shipping
    canceled = refund.reason == RefundReason.CANCELED
    return Money.zero(refund.currency) if canceled else refund.money - refund.shipping


def _part_of(tax: Money, back: Money, whole: Money) -> Money:
    share = Fraction(tax.minor_units() * back.minor_units(), whole.minor_units())
    return Money.from_minor(int(share), tax.currency)


def sums(lines: Iterable[LineValue | TaxInvoiceLine], *, back: bool) -> dict[LineKind, Sum]:
    """Of what was sold, or (above zero as well) of what went back."""
    found: dict[LineKind, Sum] = {}
    for line in lines:
        if (line.total.amount < 0) != back:
            continue
        kind, sign = LineKind(line.kind), -1 if back else 1
        known = found.get(kind) or Sum(Money.zero(line.total.currency), Money.zero(line.total.currency))
        found[kind] = Sum(known.total + line.total * sign, known.tax + line.tax * sign)
    return found
