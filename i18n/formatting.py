"""Numbers, money, dates, measures and names as the reader writes them, from CLDR through Babel.

Nothing here rounds money or turns anything into a float: an amount is shown with the digits it has.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

import phonenumbers
from babel import Locale, dates, lists, numbers, units
from babel.core import UnknownLocaleError

from i18n.addresses import format_address
from i18n.languages import language as known_language
from i18n.money import Money

__all__ = [
    "country_name",
    "currency_name",
    "format_address",
    "format_compact",
    "format_date",
    "format_datetime",
    "format_day_of_year",
    "format_dimensions",
    "format_file_size",
    "format_length",
    "format_list",
    "format_money",
    "format_month",
    "format_number",
    "format_percent",
    "format_relative",
    "format_volume",
    "format_weight",
    "language_name",
]

HERE = "Asia/Ho_Chi_Minh"
Length = Literal["short", "medium", "long", "full"]


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(known_language(language).locale)


def format_money(money: Money, language: str) -> str:
    """1250000 VND -> ``1.250.000 ₫`` (vi), 12.5 EUR -> ``€12.50`` (en); digits below the cent are shown too."""
    return numbers.format_currency(money.amount, money.currency, locale=_locale(language), decimal_quantization=False)


def format_number(value: Decimal | int, language: str) -> str:
    return numbers.format_decimal(value, locale=_locale(language), decimal_quantization=False)


def format_compact(value: Decimal | int, language: str) -> str:
    """As short as an axis wants it: 1250000 -> ``1.25M`` (en), ``1,25 Tr`` (vi); never for an amount to be paid."""
    return numbers.format_compact_decimal(value, locale=_locale(language), fraction_digits=2)


def format_percent(share: Decimal, language: str) -> str:
    """A share of one: ``Decimal("0.085")`` -> ``8.5%`` (en), ``8,5%`` (vi)."""
    return numbers.format_percent(share, locale=_locale(language), decimal_quantization=False)


def format_date(day: date, language: str, length: Length = "medium") -> str:
    """A calendar day. A moment must say where: use `format_datetime`, or take its date in a zone first."""
    return dates.format_date(day, format=length, locale=_locale(language))


def format_day_of_year(day: date, language: str) -> str:
    """A day whose year is clear: ``1 Oct`` (nl ``1 okt``)."""
    return dates.format_skeleton("MMMd", day, locale=_locale(language))


def format_month(day: date, language: str) -> str:
    """The month of a day: ``Oct 2026`` (vi ``thg 10 2026``)."""
    return dates.format_skeleton("yMMM", day, locale=_locale(language))


def format_datetime(moment: datetime, language: str, zone: str = HERE, length: Length = "medium") -> str:
    """A moment on the clocks of a zone, which is named: ``21 Nov 2026, 22:04 (UTC+7)``.

    Raises ``ValueError`` for a moment without a zone of its own.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone to be shown on another's clocks")
    local = moment.astimezone(ZoneInfo(zone))
    locale = _locale(language)
    day = dates.format_date(local, format=length, locale=locale)
    time = dates.format_time(local, format="short", tzinfo=local.tzinfo, locale=locale)
    pattern = str(dates.get_datetime_format(length, locale=locale)).replace("'", "")
    return f"{pattern.format(time, day)} ({_offset(local)})"


def _offset(local: datetime) -> str:
    minutes = int((local.utcoffset() or local - local).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "UTC"
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def format_relative(moment: datetime, language: str, now: datetime) -> str:
    """How long ago, or until: ``3 days ago``, ``in 5 hours``."""
    return dates.format_timedelta(moment - now, add_direction=True, locale=_locale(language))


def format_unit(value: Decimal | int, unit: str, language: str) -> str:
    """A figure with a unit as CLDR names it: 12, ``mass-pound`` -> ``12 lb``."""
    return units.format_unit(value, unit, length="short", locale=_locale(language))


def format_weight(grams: int, language: str) -> str:
    """850 -> ``850 g``; 1250 -> ``1.25 kg``."""
    if abs(grams) < 1000:
        return format_unit(grams, "mass-gram", language)
    return format_unit(Decimal(grams) / 1000, "mass-kilogram", language)


def format_length(millimetres: int, language: str) -> str:
    """1205 -> ``120.5 cm``."""
    return format_unit(Decimal(millimetres) / 10, "length-centimeter", language)


def format_dimensions(millimetres: Sequence[int], language: str) -> str:
    """(1200, 600, 755) -> ``120 × 60 × 75.5 cm``."""
    *first, last = millimetres
    return " × ".join([*(format_number(Decimal(side) / 10, language) for side in first), format_length(last, language)])


def format_volume(cubic_metres: Decimal, language: str) -> str:
    """Decimal("0.54") -> ``0.54 m³``."""
    return format_unit(cubic_metres, "volume-cubic-meter", language)


_FILE_UNITS = ("digital-byte", "digital-kilobyte", "digital-megabyte", "digital-gigabyte")


def format_file_size(size: int, language: str) -> str:
    """Bytes in the decimal unit that keeps the number short: 1234567 -> ``1.2 MB``."""
    step = min((len(str(abs(size))) - 1) // 3, len(_FILE_UNITS) - 1)
    value = Decimal(size) / 1000**step
    shown = int(value) if step == 0 or value >= 100 else value.quantize(Decimal("0.1"))
    return format_unit(shown, _FILE_UNITS[step], language)


def format_list(items: Sequence[str], language: str) -> str:
    """``gỗ, sơn mài và gốm``."""
    return lists.format_list(list(items), locale=_locale(language))


def format_phone(number: str) -> str:
    """``+842743822518`` -> ``+84 274 3822 518``, grouped as in its own country and dialled from anywhere.

    What is no number of a numbering plan stays as it was written.
    """
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def country_name(code: str, language: str) -> str:
    """The country of an ISO 3166 code; the code itself when CLDR has no name for it."""
    return _locale(language).territories.get(code, code)


def currency_name(code: str, language: str) -> str:
    """The currency of an ISO 4217 code: ``EUR`` -> ``euro``."""
    return numbers.get_currency_name(code, locale=_locale(language))


def language_name(code: str, language: str) -> str:
    """A language's name in another: ``zh-Hans`` -> ``Chinees (vereenvoudigd)`` in Dutch."""
    try:
        named = Locale.parse(code, sep="-").get_display_name(_locale(language))
    except (UnknownLocaleError, ValueError):
        named = None
    return named or code
