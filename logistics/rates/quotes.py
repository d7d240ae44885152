"""``quotes``: ask every carrier what it takes to bring a consignment to its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import structlog
from django.utils import timezone

from i18n.convert import Converted, NoRate, convert
from i18n.formatting import format_number
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.carriers.carrier import CarrierError, Quote
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
    answer = Answer()
    day = on or timezone.localdate()
    for code, carrier in carriers().items():
        try:
            found = carrier.quote(consignment=consignment, on=day)
        except CarrierError as failure:
            _log.info("carrier_gave_no_quote", carrier=code, fact=failure.fact, permanent=failure.permanent)
            answer.failures.append(failure)
            continue
        for quote in found:
            _add(answer, code, quote, currency or consignment.currency, day, language)
    answer.rates.sort(key=lambda rate: (rate.price.amount, rate.method_id))
    return answer


def _add(answer: Answer, code: str, quote: Quote, currency: str, day: date, language: str) -> None:
    try:
        converted = convert(quote.price, currency, on=day)
    except NoRate as missing:
        answer.failures.append(CarrierError(code, str(missing), permanent=False))
        return
    answer.rates.append(
        Rate(
            method_id=f"{code}:{quote.service}",
            carrier=code,
            service=quote.service,
            name=gettext(language, quote.name),
            price=converted.money,
            quoted=quote.price,
            min_days=quote.min_days,
            max_days=quote.max_days,
            basis=_basis(quote, converted, language),
        )
    )


def _basis(quote: Quote, converted: Converted, language: str) -> str:
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
    if converted.money.currency == quote.price.currency:
        return told
    return f"{told} " + gettext(
        language,
        CONVERTED,
        base=quote.price.currency,
        quote=converted.money.currency,
        rate=format_number(converted.rate, language),
        rate_date=converted.date.isoformat(),
        source=converted.source,
    )
