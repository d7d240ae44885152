"""Numbers as Vietnamese spreadsheets write them: ``1.250.000 đ``, ``1,250,000``, ``1,5 triệu``, ``0,3 kg``."""

import re
from decimal import Decimal

from i18n.text import fold

_CURRENCY = re.compile(r"(vnd|vnđ|₫|đồng|dong|đ|d)\.?$")
_SIGNS = {
    "EUR": ("€", "eur", "euro"),
    "USD": ("$", "us$", "usd"),
    "JPY": ("¥", "jpy", "yen", "円"),
    "KRW": ("₩", "krw", "원"),
}
_PER_PIECE = re.compile(r"/\s*[^\W\d]+\.?$")
_RANGE = re.compile(r"\d[\d.,\s]*(?:k|tr|triệu|đ|vnd|₫)?\s*(?:-|–|—|~|÷|đến|den|tới|to|…|\.\.)\s*\d", re.IGNORECASE)
_MULTIPLIERS = {"k": 1000, "nghin": 1000, "ngan": 1000, "tr": 10**6, "trieu": 10**6, "ty": 10**9}
_MULTIPLIED = re.compile(r"^(?P<number>[\d.,]+)(?P<word>k|nghin|ngan|trieu|tr|ty)$")
_GROUPED = re.compile(r"^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$")
_GROUPED_WITH_DECIMALS = re.compile(r"^\d{1,3}(?:\.\d{3})+,\d{1,6}$|^\d{1,3}(?:,\d{3})+\.\d{1,6}$")
_PLAIN = re.compile(r"^\d{1,15}(?:[.,]\d{1,6})?$")
_MEASURE = re.compile(r"^(?P<number>[\d.,\s]+?)\s*(?P<unit>mm|cm|m|kg|kilogram|g|gr|gram|grams)?\.?$")
_FACTORS = {
    "weight": {"g": 1, "gr": 1, "gram": 1, "grams": 1, "kg": 1000, "kilogram": 1000},
    "length": {"mm": 1, "cm": 10, "m": 1000},
}


class NotANumber(ValueError):
    """The text is not a number that can be read in one way only."""


class ARange(NotANumber):
    """The text names two amounts where one is asked for."""


class UnitMissing(ValueError):
    """A weight or size without its unit could mean two things."""


def read_amount(text: str) -> Decimal:
    """An amount of đồng; raises `NotANumber`. ``44.850`` is 44850, for groups of three are thousands.

    ``1.250.000đ/cái`` is 1250000; of ``100.000 - 150.000`` nobody knows which is meant: `ARange`.
    """
    if _RANGE.search(text):
        raise ARange(text)
    bare = re.sub(r"[\s\u00a0\u202f']", "", _PER_PIECE.sub("", text.strip().lower()))
    bare = _CURRENCY.sub("", re.sub(r"^(vnd|vnđ|₫|đ)", "", bare))
    multiplied = _MULTIPLIED.match(fold(bare))
    if multiplied:
        return _decimal(multiplied["number"]) * _MULTIPLIERS[multiplied["word"]]
    return read_number(bare)


def read_price(text: str, currency: str) -> Decimal:
    """An amount of a currency, which may be written beside it: ``25 USD``, ``€ 25,50``. Raises `NotANumber`."""
    if currency == "VND":
        return read_amount(text)
    if _RANGE.search(text):
        raise ARange(text)
    bare = re.sub(r"[\s\u00a0\u202f']", "", _PER_PIECE.sub("", text.strip().lower()))
    for sign in sorted(_SIGNS.get(currency, (currency.lower(),)), key=len, reverse=True):
        bare = bare.removeprefix(sign).removesuffix(sign)
    return read_number(bare)


def read_number(text: str) -> Decimal:
    """A number with or without thousands groups; raises `NotANumber`."""
    bare = re.sub(r"[\s\u00a0\u202f']", "", text)
    if not bare.isascii():
        raise NotANumber(text)
    if _GROUPED.match(bare):
        return Decimal(re.sub(r"[.,]", "", bare))
    if _GROUPED_WITH_DECIMALS.match(bare):
        whole, decimals = (
            bare[: max(bare.rfind("."), bare.rfind(","))],
            bare[max(bare.rfind("."), bare.rfind(",")) + 1 :],
        )
        return Decimal(f"{re.sub('[.,]', '', whole)}.{decimals}")
    return _decimal(bare)


def read_whole(text: str) -> int:
    """A whole number; raises `NotANumber` for ``2,5`` and for anything below zero."""
    number = read_number(text)
    if number != number.to_integral_value():
        raise NotANumber(text)
    return int(number)


def read_measure(text: str, kind: str) -> int:
    """A weight in grams or a length in millimetres, rounded. Raises `NotANumber` or `UnitMissing`.

    In kilograms, centimetres and metres ``1.200`` is 1.2; in grams and millimetres it is twelve hundred.
    """
    met = _MEASURE.match(text.strip().lower())
    if met is None:
        raise NotANumber(text)
    if not met["unit"]:
        raise UnitMissing(text)
    factor = _FACTORS[kind].get(met["unit"])
    if factor is None:
        raise NotANumber(text)
    number = (
        _decimal(met["number"].strip())
        if factor > 1 and _PLAIN.match(met["number"].strip())
        else read_number(met["number"])
    )
    return int((number * factor).to_integral_value())


def _decimal(text: str) -> Decimal:
    if not text.isascii() or not _PLAIN.match(text):
        raise NotANumber(text)
    return Decimal(text.replace(",", "."))
