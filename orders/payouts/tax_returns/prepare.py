"""Prepare the return of a month that is over: what is declared and due for each seller.

1. Withheld in the month, less what was given back in it, for each seller and currency, VAT and PIT apart.
2. What the return before could not take off is carried in; who has nothing withheld this month keeps it carried.
3. Due is what is left above zero; what is left below is carried out.

Months follow each other: while an earlier month with changes has no return, a later one has none.

Example: October withheld 30,000 and was paid. In November 10,000 are given back: nothing is due, 10,000 are carried
out. In December 25,000 are withheld: 10,000 carried in, 15,000 due.
"""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from i18n.convert import NoRate, rate
from i18n.today import day_here
from marketplace.accounts.models import User
from orders.payouts.statements.period import HERE, month_of
from orders.payouts.tax_returns.tax_return import TaxReturn, TaxReturnEvent, TaxReturnLine
from orders.payouts.withholding.monthly_return import ReturnRow, monthly_return
from orders.payouts.withholding.tax_withholding import WithholdingChange

Key = tuple[int, str]
"""A seller and a currency."""


class MonthNotOver(Exception):
    """More may be withheld in it."""

    def __init__(self, year: int, month: int) -> None:
        super().__init__(f"{year}-{month:02d} is not over")
        self.year = year
        self.month = month


class EarlierReturnMissing(Exception):
    """An earlier month has something to declare and no return."""

    def __init__(self, first: date) -> None:
        super().__init__(f"the return of {first:%Y-%m} comes first")
        self.first = first


class LaterReturnExists(Exception):
    """A later month has its return, so this one had nothing to declare."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the return of {name} was prepared already")
        self.name = name


def prepare_tax_return(*, year: int, month: int, by: User | None, now: datetime) -> TaxReturn:
    """The return, one however often it is asked for.

    Raises ``ValueError`` for no month, ``MonthNotOver``, ``EarlierReturnMissing``, ``LaterReturnExists``.
    """
    period = month_of(year, month)
    if day_here(now) <= period.last:
        raise MonthNotOver(year, month)
    with transaction.atomic():
        known = TaxReturn.objects.filter(year=year, month=month).first()
        if known is not None:
            return known
        before = _before(year, month)
        made = monthly_return(year, month)
        row = TaxReturn.objects.create(
            year=year, month=month, due_on=made.due_on, rates_checked=made.rates_checked, created_at=now
        )
        declared: dict[Key, ReturnRow] = {(each.seller.pk, each.revenue.currency): each for each in made.rows}
        keys = sorted(declared.keys() | before.keys())
        lines = [_line(row, key, declared.get(key), before.get(key), period.last) for key in keys]
        TaxReturnLine.objects.bulk_create(lines)
        TaxReturnEvent.objects.create(tax_return=row, status=row.status, at=now, user=by)
    return row


def _before(year: int, month: int) -> dict[Key, TaxReturnLine]:
    """The lines of the return before that carry something out."""
    last = TaxReturn.objects.order_by("-year", "-month").first()
    if last is not None and (last.year, last.month) > (year, month):
        raise LaterReturnExists(last.name)
    since = last.period.until if last is not None else None
    missing = WithholdingChange.objects.filter(at__lt=month_of(year, month).since)
    missing = missing.filter(at__gte=since) if since is not None else missing
    first = missing.order_by("at").values_list("at", flat=True).first()
    if first is not None:
        raise EarlierReturnMissing(first.astimezone(HERE).date())
    lines = TaxReturnLine.objects.filter(tax_return=last) if last is not None else []
    return {(line.seller_id, line.currency): line for line in lines if line.carried_out}


def _line(
    made: TaxReturn, key: Key, row: ReturnRow | None, before: TaxReturnLine | None, last_day: date
) -> TaxReturnLine:
    zero = Decimal(0)
    vat, pit = (row.vat.amount, row.pit.amount) if row else (zero, zero)
    vat_in, pit_in = (before.vat_carried_out, before.pit_carried_out) if before else (zero, zero)
    return TaxReturnLine(
        tax_return=made,
        seller_id=key[0],
        currency=key[1],
        revenue_amount=row.revenue.amount if row else zero,
        vat_amount=vat,
        pit_amount=pit,
        vat_carried_in=vat_in,
        pit_carried_in=pit_in,
        vat_due=max(vat - vat_in, zero),
        pit_due=max(pit - pit_in, zero),
        vat_carried_out=max(vat_in - vat, zero),
        pit_carried_out=max(pit_in - pit, zero),
        vnd_rate=_vnd_rate(key[1], last_day),
    )


def _vnd_rate(currency: str, day: date) -> Decimal | None:
    if currency == "VND":
        return None
    try:
        return rate(currency, "VND", day).rate
    except NoRate:
        return None


def next_month_to_prepare() -> date | None:
    """The first day of the oldest month that has something to declare and no return; nothing where none has."""
    last = TaxReturn.objects.order_by("-year", "-month").first()
    changes = WithholdingChange.objects.all()
    if last is not None:
        changes = changes.filter(at__gte=last.period.until)
    first = changes.order_by("at").values_list("at", flat=True).first()
    return first.astimezone(HERE).date().replace(day=1) if first is not None else None
