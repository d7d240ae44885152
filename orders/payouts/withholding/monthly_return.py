"""The figures of a month's withholding return, seller by seller. They are prepared; filing them is somebody's work.

Due by the 20th of the following month (form 01/CNKD-TMDT). What was given back in the month is taken off. Amounts in
other currencies stand in their currency, and in VND at the day's rate of each change where there is one.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from i18n.convert import NoRate, convert
from i18n.money import Money
from marketplace.sellers.models import Seller
from orders.payouts.statements.period import HERE, Period, month_of
from orders.payouts.withholding.rates import rates
from orders.payouts.withholding.tax_withholding import WithholdingChange
from orders.stored_money import stored

FILED_BY_DAY = 20


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One seller in one currency."""

    seller: Seller
    revenue: Money
    domestic_revenue: Money
    vat: Money
    pit: Money
    vat_vnd: Money | None
    """Nothing where no rate leads to VND for one of its days."""
    pit_vnd: Money | None


@dataclass(frozen=True, slots=True)
class WithholdingReturn:
    period: Period
    due_on: date
    rows: tuple[ReturnRow, ...]
    rates_checked: bool
    """Somebody confirmed the rates of the month, and of everything that was withheld in it."""
    legal_basis: tuple[str, ...]


def monthly_return(year: int, month: int) -> WithholdingReturn:
    """Raises ``ValueError`` for what is no month."""
    period = month_of(year, month)
    changes = _changes(period)
    in_force = [row for row in rates() if row.in_force(period.first) or row.in_force(period.last)]
    by_seller: dict[tuple[int, str], list[WithholdingChange]] = defaultdict(list)
    for change in changes:
        by_seller[change.seller_id, change.currency].append(change)
    following = date(year + month // 12, month % 12 + 1, FILED_BY_DAY)
    return WithholdingReturn(
        period=period,
        due_on=following,
        rows=tuple(_row(group) for _key, group in sorted(by_seller.items())),
        rates_checked=all(row.checked for row in in_force) and all(change.withholding.checked for change in changes),
        legal_basis=tuple(row.legal_basis for row in in_force),
    )


def changes_of_seller(seller_id: int, period: Period) -> list[WithholdingChange]:
    return [change for change in _changes(period) if change.seller_id == seller_id]


def _changes(period: Period) -> list[WithholdingChange]:
    rows = WithholdingChange.objects.filter(at__gte=period.since, at__lt=period.until)
    return list(rows.select_related("seller", "withholding").order_by("at", "id"))


def _row(changes: list[WithholdingChange]) -> ReturnRow:
    currency = changes[0].currency
    vat, pit = _sum(changes, "vat_amount"), _sum(changes, "pit_amount")
    return ReturnRow(
        seller=changes[0].seller,
        revenue=stored(_sum(changes, "revenue_amount"), currency),
        domestic_revenue=stored(_sum((each for each in changes if each.is_domestic), "revenue_amount"), currency),
        vat=stored(vat, currency),
        pit=stored(pit, currency),
        vat_vnd=_in_vnd(changes, "vat_amount"),
        pit_vnd=_in_vnd(changes, "pit_amount"),
    )


def _sum(changes: Iterable[WithholdingChange], name: str) -> Decimal:
    return sum((getattr(change, name) for change in changes), Decimal(0))


def _in_vnd(changes: list[WithholdingChange], name: str) -> Money | None:
    try:
        amounts = [
            convert(stored(getattr(each, name), each.currency), "VND", on=each.at.astimezone(HERE).date()).money.amount
            for each in changes
        ]
    except NoRate:
        return None
    return Money(sum(amounts, Decimal(0)), "VND").quantize()
