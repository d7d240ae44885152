"""``set_booth_prices``: many prices from a day on, at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.currencies import is_currency
from i18n.messages import gettext_noop as _
from marketplace.expo import texts
from marketplace.expo.exhibition import Expo
from marketplace.expo.hall import BoothKind
from marketplace.expo.locks import lock_expo
from marketplace.expo.plan.booth_price import BoothPrice

MOST_AT_ONCE = 100
MOST_AMOUNT, MOST_PERCENT = Decimal(10) ** 11, Decimal(200)


@dataclass(frozen=True, slots=True)
class PriceEntry:
    """Per square metre, before tax; surcharges in percent."""

    kind: str
    currency: str
    per_square_metre: Decimal
    two_sides_percent: Decimal = Decimal(0)
    three_sides_percent: Decimal = Decimal(0)
    four_sides_percent: Decimal = Decimal(0)


def set_booth_prices(*, expo: Expo, effective_from: date, entries: Sequence[PriceEntry]) -> list[BoothPrice]:
    """What these kinds cost in these currencies from a day on: all of them, or none. Raises ``Refused``.

    The price before ends the day before; prices that were to begin that day or later give way. A price that is the same
    as the one in force changes nothing, so that the same list sent twice is stored once.
    """
    if not 1 <= len(entries) <= MOST_AT_ONCE:
        raise Refused(texts.invalid("prices", _("Between 1 and %(most)s prices."), most=MOST_AT_ONCE))
    refuse_any(problem for index, entry in enumerate(entries) for problem in _problems(entry, index))
    if len({(entry.kind, entry.currency) for entry in entries}) < len(entries):
        raise Refused(texts.invalid("prices", _("One price for each kind and currency.")))
    with transaction.atomic():
        lock_expo(expo.pk)
        return [_set(expo, effective_from, entry) for entry in entries]


def _set(expo: Expo, day: date, entry: PriceEntry) -> BoothPrice:
    others = BoothPrice.objects.filter(expo=expo, kind=entry.kind, currency=entry.currency)
    others.filter(effective_from__gt=day).delete()
    current = others.filter(effective_from__lte=day).order_by("-effective_from").first()
    if current is not None and current.in_force(day) and _amounts(current) == _amounts(entry):
        current.effective_to = None
        current.save(update_fields=["effective_to"])
        return current
    others.filter(effective_from=day).delete()
    before = others.filter(effective_from__lt=day).order_by("-effective_from").first()
    if before is not None and before.in_force(day):
        before.effective_to = day - timedelta(days=1)
        before.save(update_fields=["effective_to"])
    row = BoothPrice(expo=expo, kind=entry.kind, currency=entry.currency, effective_from=day)
    (row.per_square_metre, row.two_sides_percent, row.three_sides_percent, row.four_sides_percent) = _amounts(entry)
    row.save()
    return row


def _amounts(price: BoothPrice | PriceEntry) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    return price.per_square_metre, price.two_sides_percent, price.three_sides_percent, price.four_sides_percent


def _problems(entry: PriceEntry, index: int) -> list[Problem]:
    problems = []
    if entry.kind not in BoothKind.values:
        problems.append(Problem("kind", "INVALID", _("Choose one of the list."), index=index))
    if not is_currency(entry.currency):
        problems.append(Problem("currency", "INVALID", _("There is no such currency."), index=index))
    amount, *percents = _amounts(entry)
    if not 0 <= amount < MOST_AMOUNT or amount.scaleb(4) % 1:
        message = _("A price is not below 0, with at most four decimals.")
        problems.append(Problem("per_square_metre", "INVALID", message, index=index))
    if any(not 0 <= percent <= MOST_PERCENT or percent.scaleb(2) % 1 for percent in percents):
        message = _("A surcharge is between 0 and %(most)s percent, with at most two decimals.")
        problems.append(Problem("two_sides_percent", "INVALID", message, {"most": MOST_PERCENT}, index=index))
    return problems
