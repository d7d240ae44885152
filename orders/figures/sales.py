"""What was sold, step by step, in every currency by itself: amounts of two currencies are never added.

A sale counts on the day it was ordered, with everything the buyer pays (goods, delivery and tax, after vouchers) less
what was called off. What came back later is a refund and lowers no sale.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, F, Sum
from django.db.models.functions import TruncDay, TruncMonth, TruncWeek

from i18n.money import Money, sum_money
from i18n.today import HERE, day_here
from orders.figures.scope import Scope
from orders.figures.stretch import Step, next_start
from orders.stored_money import stored

_TRUNCATED = {Step.DAY: TruncDay, Step.WEEK: TruncWeek, Step.MONTH: TruncMonth}


@dataclass(frozen=True, slots=True)
class Point:
    """One step; the first and the last end where the stretch does."""

    start: date
    end: date
    orders: int
    sales: Money


@dataclass(slots=True)
class Sales:
    currency: str
    points: list[Point] = field(default_factory=list)

    @property
    def orders(self) -> int:
        return sum(point.orders for point in self.points)

    @property
    def total(self) -> Money:
        return sum_money((point.sales for point in self.points), self.currency)

    @property
    def average(self) -> Money | None:
        """Of one order; nothing where there was none."""
        return Money(self.total.amount / self.orders, self.currency).quantize() if self.orders else None


def sales_by_currency(scope: Scope) -> list[Sales]:
    """Every currency that anything was sold in, with a point for every step; one statement."""
    cut = _TRUNCATED[scope.stretch.step]("created_at", tzinfo=HERE)
    worth = Sum(F("total_amount") - F("canceled_amount"))
    rows = scope.sold().values(start=cut, in_currency=F("currency"))
    found: dict[str, dict[date, tuple[int, Money]]] = {}
    for row in rows.annotate(orders=Count("order", distinct=True), worth=worth):
        currency = row["in_currency"]
        amounts = found.setdefault(currency, {})
        amounts[day_here(row["start"])] = (row["orders"], stored(row["worth"], currency))
    return [Sales(currency, _points(scope, currency, amounts)) for currency, amounts in sorted(found.items())]


def _points(scope: Scope, currency: str, amounts: dict[date, tuple[int, Money]]) -> list[Point]:
    nothing = (0, Money.zero(currency))
    made = []
    for start in scope.stretch.starts():
        end = min(next_start(start, scope.stretch.step) - timedelta(days=1), scope.stretch.last)
        made.append(Point(max(start, scope.stretch.first), end, *amounts.get(start, nothing)))
    return made
