"""Conversion at a stored, dated rate whose source is named.

For comparing and estimating: what a buyer pays is always priced in the channel's own currency.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal

from django.db.models import OuterRef, Q, QuerySet, Subquery

from i18n.exchange_rate import ExchangeRate
from i18n.money import Money
from marketplace.written_once import WrittenOnce

PIVOT = "EUR"
"""Crosses go through the currency that the reference rates are published for."""

_TWELVE_DIGITS = Context(prec=12)
"""A derived rate is rounded before it is used, so that the rate shown gives the amount shown."""


class NoRate(LookupError):
    """No stored rate leads from one currency to the other on or before the day."""

    def __init__(self, base: str, quote: str, on: date) -> None:
        super().__init__(f"no rate from {base} to {quote} on or before {on}")
        self.base = base
        self.quote = quote
        self.on = on


@dataclass(frozen=True, slots=True)
class RateUsed:
    """1 ``base`` = ``rate`` ``quote``, as of the day ``on``, said by ``source`` (two feeds for a cross: ``a + b``)."""

    base: str
    quote: str
    rate: Decimal
    on: date
    source: str


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in another currency, and the rate, day and source it was converted with."""

    money: Money
    rate: Decimal
    date: date
    source: str


def rate(base: str, quote: str, on: date) -> RateUsed:
    """The latest rate on or before a day, with one query; raises ``NoRate``.

    1. Equal currencies: 1.
    2. Stored for the pair, or its inverse; of several, the latest day, then the last one stored.
    3. Crossed through the euro: JPY to VND is EUR->VND divided by EUR->JPY. It is as old as its
       older half. A cross is taken only if there is no rate for the pair.
    """
    if base == quote:
        return RateUsed(base, quote, Decimal(1), on, "identity")
    stored = _latest({base, quote, PIVOT}, on)
    pair = _between(stored, base, quote) or _crossed(stored, base, quote)
    if pair is None:
        raise NoRate(base, quote, on)
    return pair


def convert(money: Money, to_currency: str, *, on: date) -> Converted:
    """The amount in another currency, rounded to its minor unit; raises ``NoRate``."""
    used = rate(money.currency, to_currency, on)
    converted = Money(money.amount * used.rate, to_currency).quantize()
    return Converted(converted, used.rate, used.on, used.source)


def _latest(currencies: set[str], on: date) -> list[ExchangeRate]:
    """Of each pair among the currencies, the rows of its latest day; the last one stored comes first."""
    return _latest_rows(currencies=sorted(currencies), on=on)


def _rows(currencies: list[str], on: date) -> "QuerySet[ExchangeRate]":
    same_pair = ExchangeRate.objects.filter(base=OuterRef("base"), quote=OuterRef("quote"), on__lte=on)
    return (
        ExchangeRate.objects.filter(Q(base__in=currencies) & Q(quote__in=currencies))
        .filter(on=Subquery(same_pair.order_by("-on").values("on")[:1]))
        .order_by("-on", "-fetched_at", "source")
    )


_latest_rows = WrittenOnce(_rows)


def _between(stored: list[ExchangeRate], base: str, quote: str) -> RateUsed | None:
    for row in stored:
        if (row.base, row.quote) == (base, quote):
            return RateUsed(base, quote, row.rate.normalize(_TWELVE_DIGITS), row.on, row.source)
        if (row.base, row.quote) == (quote, base):
            return RateUsed(base, quote, _TWELVE_DIGITS.divide(Decimal(1), row.rate), row.on, row.source)
    return None


def _crossed(stored: list[ExchangeRate], base: str, quote: str) -> RateUsed | None:
    to_base, to_quote = _between(stored, PIVOT, base), _between(stored, PIVOT, quote)
    if to_base is None or to_quote is None:
        return None
    sources = dict.fromkeys([to_base.source, to_quote.source])
    crossed = _TWELVE_DIGITS.divide(to_quote.rate, to_base.rate)
    return RateUsed(base, quote, crossed, min(to_base.on, to_quote.on), " + ".join(sources))
