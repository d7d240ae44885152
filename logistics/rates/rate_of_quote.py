"""A carrier's quote as a delivery method: in the asked currency, with the text that says how the price came about."""

from __future__ import annotations

from functools import partial

from i18n.convert import RateUsed
from i18n.formatting import format_number
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.money import Money
from logistics.carrier import Quote
from logistics.rates.rate import Rate

BASIS = _("%(tariff)s of %(tariff_date)s, zone %(zone)s: %(quantity)s %(unit)s chargeable by %(measure)s, %(quoted)s.")
BASIS_WITHOUT_ZONE = _("%(tariff)s of %(tariff_date)s: %(quantity)s %(unit)s chargeable by %(measure)s, %(quoted)s.")
CONVERTED = _(
    "Converted at 1 %(base)s = %(rate)s %(quote)s of %(rate_date)s (%(source)s), rounded half up to the smallest unit."
)
BY_WEIGHT, BY_VOLUME = _("weight"), _("volume")
UNITS = {"kg": "kg", "m3": "m³", "TEU": "TEU"}


def rate_of_quote(carrier: str, quote: Quote, used: RateUsed, language: str) -> Rate:
    return Rate(
        method_id=f"{carrier}:{quote.service}",
        carrier=carrier,
        service=quote.service,
        title=quote.name,
        name=gettext(language, quote.name),
        price=Money(quote.price.amount * used.rate, used.quote).quantize(),
        quoted=quote.price,
        min_days=quote.min_days,
        max_days=quote.max_days,
        explain=partial(_basis, quote, used, language),
        legs=quote.legs,
    )


def _basis(quote: Quote, used: RateUsed, language: str) -> str:
    told = gettext(
        language,
        BASIS if quote.zone else BASIS_WITHOUT_ZONE,
        tariff=gettext(language, quote.tariff),
        tariff_date=quote.tariff_from.isoformat(),
        zone=gettext(language, quote.zone) if quote.zone else "",
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
