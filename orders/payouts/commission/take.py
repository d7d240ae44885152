"""What the marketplace takes of what a seller has earned of a part, line by line.

1. When something of a part is first earned, each line gets its rule and its full commission: percent of the line as it
   was sold, at least the minimum, at most the cap and the line itself, rounded once.
2. What stays earned is shared out over the lines in proportion to what of each has left and not come back.
3. Of a line of which a fraction stays, that fraction of its full commission is taken, rounded once; all of it when all
   stays. The tax is a percentage of what is taken, rounded once.

Everything is worked out from what stays, never by adding up pieces: however often parts of 100.00 are refunded, at 8 %
the commission on 33.33 is 2.67, and on nothing 0.00.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from i18n.money import Money, sum_money
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.payouts.commission.commission_line import CommissionLine
from orders.payouts.commission.find_rule import rules_for
from orders.payouts.commission.rule import CommissionRule


@dataclass(frozen=True, slots=True)
class LineValue:
    """A line in money."""

    whole: Money
    """As it was sold, with what the marketplace's voucher pays of it."""
    gone: Money
    """Of that, what left and did not come back."""


def take_commission(
    part: SellerOrder, stays: Money, values: Mapping[int, LineValue], lines: Sequence[OrderLine]
) -> tuple[Money, Money]:
    """Bring the commission lines into step with what ``stays`` earned of the goods; gives commission and its tax."""
    rows = _commission_lines(part, values, lines, begin=bool(stays))
    shares = _shares(stays, values, rows)
    for row, share in zip(rows, shares, strict=True):
        due = commission_on(row, share)
        tax = percent_of(due, row.tax_percent)
        if (row.money, row.tax) != (due, tax):
            row.amount, row.tax_amount = due.amount, tax.amount
            row.save(update_fields=["amount", "tax_amount"])
    return sum_money((row.money for row in rows), part.currency), sum_money((row.tax for row in rows), part.currency)


def commission_on(row: CommissionLine, stays: Money) -> Money:
    """The share of the line's full commission that belongs to what stays of it."""
    full = Money(Decimal(row.full_amount), row.currency).quantize()
    if stays.amount >= row.base_amount:
        return full
    fraction = Fraction(stays.amount) / Fraction(row.base_amount)
    units = Fraction(full.minor_units()) * fraction
    return Money.from_minor(int(units + Fraction(1, 2)), row.currency)


def full_commission(rule: CommissionRule | None, whole: Money) -> Money:
    """For the whole line: percent, minimum, cap, and never more than the line."""
    if rule is None:
        return Money.zero(whole.currency)
    amount = percent_of(whole, rule.percent)
    if rule.minimum_amount is not None:
        amount = max(amount, Money(rule.minimum_amount, whole.currency).quantize())
    if rule.cap_amount is not None:
        amount = min(amount, Money(rule.cap_amount, whole.currency).quantize())
    return min(amount, whole)


def percent_of(amount: Money, percent: Decimal) -> Money:
    return (amount * (percent / 100)).quantize()


def _commission_lines(
    part: SellerOrder, values: Mapping[int, LineValue], lines: Sequence[OrderLine], *, begin: bool
) -> list[CommissionLine]:
    rows = list(CommissionLine.objects.filter(order_line__seller_order=part).order_by("order_line_id"))
    if rows or not begin:
        return rows
    rules = rules_for(part, lines)
    return CommissionLine.objects.bulk_create(
        _agreed(line, rules[line.pk], values[line.pk].whole) for line in sorted(lines, key=lambda line: line.pk)
    )


def _agreed(line: OrderLine, rule: CommissionRule | None, whole: Money) -> CommissionLine:
    return CommissionLine(
        order_line=line,
        rule=rule,
        currency=line.currency,
        base_amount=whole.amount,
        percent=rule.percent if rule else Decimal(0),
        tax_percent=rule.tax_percent if rule else Decimal(0),
        full_amount=full_commission(rule, whole).amount,
    )


def _shares(stays: Money, values: Mapping[int, LineValue], rows: Sequence[CommissionLine]) -> list[Money]:
    zero = Money.zero(stays.currency)
    of_lines = [values.get(row.order_line_id, LineValue(zero, zero)) for row in rows]
    weights = [value.gone.amount for value in of_lines]
    if not any(weights):
        weights = [value.whole.amount for value in of_lines]
    return stays.allocate(weights) if stays and any(weights) else [zero] * len(rows)
