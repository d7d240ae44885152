"""Prices of packages: what holds on a day, and setting what holds from a day on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.currencies import is_currency
from i18n.messages import gettext_noop as _
from i18n.money import Money
from marketplace.expo import texts
from marketplace.expo.locks import lock_expo
from marketplace.expo.packages.package import FairPackage, PackagePrice, PriceKind

MOST = Decimal(1_000_000_000_000)
Prices = dict[str, Money]
"""By kind, in one currency."""


@dataclass(frozen=True, slots=True)
class PriceDraft:
    kind: str
    money: Money
    effective_from: date


def prices_on(package: FairPackage, *, currency: str, on: date) -> Prices:
    """What each kind costs on a day, before tax; a kind nobody has priced is not there."""
    rows = PackagePrice.objects.filter(package=package, currency=currency, effective_from__lte=on)
    return {row.kind: _money(row) for row in rows.order_by("effective_from")}


def prices_of(packages: Iterable[FairPackage], *, on: date) -> dict[int, list[tuple[str, Money, date]]]:
    """By package, everything in force on a day: kind, price, since when; one statement for all of them."""
    latest: dict[int, dict[tuple[str, str], PackagePrice]] = defaultdict(dict)
    rows = PackagePrice.objects.filter(package__in=list(packages), effective_from__lte=on)
    for row in rows.order_by("effective_from"):
        latest[row.package_id][row.kind, row.currency] = row
    order = list(PriceKind.values)
    return {
        key: [
            (row.kind, _money(row), row.effective_from)
            for row in sorted(found.values(), key=lambda row: (order.index(row.kind), row.currency))
        ]
        for key, found in latest.items()
    }


def currencies_of(package: FairPackage, *, on: date) -> list[str]:
    """In which currencies it can be bought: those that have a price for the package or its square metres."""
    kinds = (PriceKind.PACKAGE, PriceKind.SQUARE_METRE)
    rows = PackagePrice.objects.filter(package=package, kind__in=kinds, effective_from__lte=on)
    return sorted(set(rows.order_by().values_list("currency", flat=True)))


def set_package_price(*, package: FairPackage, draft: PriceDraft, today: date) -> PackagePrice:
    """Let it hold from its day on, today at the earliest; the same day again replaces it. Raises ``Refused``."""
    refuse_any(_problems(draft, today))
    with transaction.atomic():
        lock_expo(package.expo_id)
        row, _created = PackagePrice.objects.update_or_create(
            package=package,
            kind=draft.kind,
            currency=draft.money.currency,
            effective_from=draft.effective_from,
            defaults={"amount": draft.money.amount},
        )
    return row


def read_money(amount: Decimal, currency: str) -> Money:
    """Raises ``Refused`` for a currency that is none."""
    if not is_currency(currency):
        raise Refused(texts.invalid("currency", _("There is no such currency.")))
    return Money(amount, currency)


def _problems(draft: PriceDraft, today: date) -> list[Problem]:
    problems = []
    if draft.kind not in PriceKind.values:
        problems.append(texts.invalid("kind", _("Choose one of the list.")))
    if not 0 <= draft.money.amount <= MOST or draft.money.quantize() != draft.money:
        problems.append(
            texts.invalid("amount", _("An amount of at least 0, with no more decimals than the currency has."))
        )
    if draft.effective_from < today:
        problems.append(texts.invalid("effective_from", _("A price can change from today on, not before.")))
    return problems


def _money(row: PackagePrice) -> Money:
    return Money(Decimal(row.amount), row.currency)
