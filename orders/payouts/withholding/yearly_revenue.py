"""What a household or individual sold here in a year, beside the revenue up to which they pay no tax."""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from functools import cache
from pathlib import Path

from django.db.models import Sum

from i18n.convert import NoRate, convert
from i18n.messages import gettext_noop as _
from i18n.money import Money
from orders.payouts.statements.period import Period
from orders.payouts.withholding.tax_withholding import WithholdingChange
from orders.stored_money import stored

_TABLE = Path(__file__).parent / "threshold.toml"
NOT_ALL = _("This is what was sold through this marketplace. It may not be all of your revenue.")
UNCHECKED = _("The threshold was not confirmed against the official text.")
CHANGES_NOTHING = _("It changes nothing of what is withheld here.")


@dataclass(frozen=True, slots=True)
class RevenueThreshold:
    amount_vnd: Decimal
    effective_from: date
    checked: bool
    changes_withholding: bool
    """While it is false the figure is only shown."""
    legal_basis: str
    effective_to: date | None = None

    @property
    def amount(self) -> Money:
        return Money(self.amount_vnd, "VND")


@dataclass(frozen=True, slots=True)
class YearlyRevenue:
    seller_id: int
    year: int
    by_currency: tuple[Money, ...]
    revenue_vnd: Money | None
    """At the rate of the last day looked at; nothing where one is missing."""
    threshold: RevenueThreshold

    @property
    def share_percent(self) -> Decimal | None:
        """Of the threshold, to a tenth, rounded down."""
        if self.revenue_vnd is None:
            return None
        share = self.revenue_vnd.amount * 100 / self.threshold.amount_vnd
        return share.quantize(Decimal("0.1"), rounding=ROUND_DOWN)

    @property
    def notices(self) -> tuple[str, ...]:
        """Message ids of what has to be said beside it."""
        said = [NOT_ALL]
        said += [] if self.threshold.checked else [UNCHECKED]
        return (*said, *([] if self.threshold.changes_withholding else [CHANGES_NOTHING]))


def yearly_revenue(seller_id: int, year: int, *, today: date) -> YearlyRevenue | None:
    """Nothing for a year without a threshold. Two queries, and one for each foreign currency."""
    period = Period(date(year, 1, 1), date(year, 12, 31))
    threshold = threshold_on(min(today, period.last))
    if threshold is None:
        return None
    rows = WithholdingChange.objects.filter(seller=seller_id, at__gte=period.since, at__lt=period.until)
    totals = rows.order_by("currency").values_list("currency").annotate(sum=Sum("revenue_amount"))
    amounts = tuple(stored(amount, currency) for currency, amount in totals)
    return YearlyRevenue(seller_id, year, amounts, _in_vnd(amounts, min(today, period.last)), threshold)


def _in_vnd(amounts: tuple[Money, ...], on: date) -> Money | None:
    try:
        total = sum((convert(each, "VND", on=on).money.amount for each in amounts), Decimal(0))
    except NoRate:
        return None
    return Money(total, "VND").quantize()


def threshold_on(day: date) -> RevenueThreshold | None:
    rows = [row for row in thresholds() if row.effective_from <= day and (row.effective_to or day) >= day]
    return max(rows, key=lambda row: row.effective_from, default=None)


@cache
def thresholds() -> tuple[RevenueThreshold, ...]:
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["threshold"]
    return tuple(RevenueThreshold(**{**row, "amount_vnd": Decimal(row["amount_vnd"])}) for row in rows)
