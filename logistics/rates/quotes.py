"""``quotes``: ask every carrier what it takes to bring a consignment to its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import structlog
from django.utils import timezone

from i18n.convert import NoRate, RateUsed, rate
from i18n.formatting import format_number
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.money import Money
from logistics.carrier import Account, Capability, CarrierError, Quote
from logistics.carriers.registry import carriers
from logistics.consignment import Consignment
from logistics.rates.rate import Rate

_log = structlog.get_logger(__name__)

BASIS = _("%(tariff)s of %(tariff_date)s, zone %(zone)s: %(quantity)s %(unit)s chargeable by %(measure)s, %(quoted)s.")
CONVERTED = _(
    "Converted at 1 %(base)s = %(rate)s %(quote)s of %(rate_date)s (%(source)s), rounded half up to the smallest unit."
)
BY_WEIGHT, BY_VOLUME = _("weight"), _("volume")
UNITS = {"kg": "kg", "m3": "m³"}


@dataclass(slots=True)
class Answer:
    """What came back: rates, cheapest first, and the carriers that could not answer."""

    rates: list[Rate] = field(default_factory=list)
    failures: list[CarrierError] = field(default_factory=list)


def quotes(
    *, consignment: Consignment, currency: str | None = None, on: date | None = None, language: str = "en"
) -> list[Rate]:
    """The rates of all carriers that answered, cheapest first, in ``currency`` (the consignment's by default)."""
    return ask_carriers(consignment=consignment, currency=currency, on=on, language=language).rates


def ask_carriers(
    *, consignment: Consignment, currency: str | None = None, on: date | None = None, language: str = "en"
) -> Answer:
    """Like `quotes`, failures included: one carrier that is down never hides the others."""
    day = on or timezone.localdate()
    wanted = currency or consignment.currency
    exchange: dict[str, RateUsed | NoRate] = {}
    answer = Answer()
    for code, carrier in carriers().items():
        if Capability.QUOTE not in carrier.capabilities or carrier.account_fields:
            continue
        try:
            found = carrier.quote(account=Account.none(code), consignment=consignment, on=day)
        except CarrierError as failure:
            _log.info("carrier_gave_no_quote", carrier=code, fact=failure.fact, permanent=failure.permanent)
            answer.failures.append(failure)
            continue
        for quote in found:
            if quote.price.currency not in exchange:
                exchange[quote.price.currency] = _exchange(quote.price.currency, wanted, day)
            _add(answer, code, quote, exchange[quote.price.currency], language)
    answer.rates.sort(key=lambda rate: (rate.price.amount, rate.method_id))
    return answer


def _exchange(base: str, quote: str, day: date) -> RateUsed | NoRate:
    """One look-up per currency, however many services have prices in it."""
    try:
        return rate(base, quote, day)
    except NoRate as missing:
        return missing


def _add(answer: Answer, code: str, quote: Quote, used: RateUsed | NoRate, language: str) -> None:
    if isinstance(used, NoRate):
        answer.failures.append(CarrierError(code, str(used), permanent=False))
        return
    answer.rates.append(
        Rate(
            method_id=f"{code}:{quote.service}",
            carrier=code,
            service=quote.service,
            title=quote.name,
            name=gettext(language, quote.name),
            price=Money(quote.price.amount * used.rate, used.quote).quantize(),
            quoted=quote.price,
            min_days=quote.min_days,
            max_days=quote.max_days,
            basis=_basis(quote, used, language),
        )
    )


def _basis(quote: Quote, used: RateUsed, language: str) -> str:
    told = gettext(
        language,
        BASIS,
        tariff=gettext(language, quote.tariff),
        tariff_date=quote.tariff_from.isoformat(),
        zone=gettext(language, quote.zone),
        quantity=format_number(quote.chargeable, language),
        unit=UNITS[quote.unit],
        measure=gettext(language, BY_VOLUME if quote.by_volume else BY_WEIGHT),
        quoted=str(quote.price),
    )
    if used.quote == used.base:
        return told
    return f"{told} " + gettext(
        language,
        CONVERTED,
        base=used.base,
        quote=used.quote,
        rate=format_number(used.rate, language),
        rate_date=used.on.isoformat(),
        source=used.source,
    )
