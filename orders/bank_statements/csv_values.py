"""Days and amounts as banks write them in CSV files."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from i18n.money import Money
from orders.bank_statements.csv_mapping import DateOrder, DecimalSign
from orders.bank_statements.parsed import BadStatement

_DAY = re.compile(r"(\d{1,4})\D(\d{1,2})\D(\d{1,4})")
_NOT_OF_A_NUMBER = re.compile(r"[\s\u00a0\u202f'’]|[A-Z]{3}|[₫đĐ€$¥₩£]")
_NUMBERS = {
    DecimalSign.POINT: re.compile(r"(\d+|\d{1,3}(,\d{3})+)(\.\d+)?", re.ASCII),
    DecimalSign.COMMA: re.compile(r"(\d+|\d{1,3}(\.\d{3})+)(,\d+)?", re.ASCII),
}
"""Thousands are grouped by three or not at all: a slip of the decimal sign must not become another amount."""


class Undecided(Exception):
    """The file allows two readings: of 03/04/2026, or of 1.250. A person has to say which."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def date_order_of(texts: Iterable[str]) -> DateOrder:
    """From the days of a whole column; raises ``Undecided`` when every one of them can be read both ways."""
    seen: set[DateOrder] = set()
    for text in texts:
        found = _DAY.search(text)
        if found is None:
            continue
        first, second = found[1], found[2]
        if len(first) == 4:
            seen.add(DateOrder.YEAR_FIRST)
        elif int(first) > 12:
            seen.add(DateOrder.DAY_FIRST)
        elif int(second) > 12:
            seen.add(DateOrder.MONTH_FIRST)
    if len(seen) == 1:
        return seen.pop()
    raise Undecided("dates")


def day(text: str, order: DateOrder) -> date:
    found = _DAY.search(text)
    if found is None:
        raise BadStatement("a date is no date", text[:40])
    first, second, third = int(found[1]), int(found[2]), int(found[3])
    match order:
        case DateOrder.YEAR_FIRST:
            parts = (first, second, third)
        case DateOrder.DAY_FIRST:
            parts = (third, second, first)
        case DateOrder.MONTH_FIRST:
            parts = (third, first, second)
    try:
        return date(*parts)
    except ValueError:
        raise BadStatement("a date is no date", text[:40]) from None


def decimal_sign_of(texts: Iterable[str], currency: str) -> DecimalSign:
    """From the amounts of a whole column; raises ``Undecided`` when each can be read both ways.

    The last of two different signs is the decimal one, and so is one that is not followed by three digits. A sign that
    comes twice groups thousands, and so does any sign in a currency without decimals.
    """
    seen: set[DecimalSign] = set()
    doubtful = False
    for text in texts:
        signs = [sign for sign in text if sign in ".,"]
        if not signs:
            continue
        last = signs[-1]
        digits = len(text) - text.rindex(last) - 1 - sum(not sign.isdigit() for sign in text[text.rindex(last) + 1 :])
        if len(set(signs)) == 2 or (len(signs) == 1 and digits != 3):
            seen.add(DecimalSign.POINT if last == "." else DecimalSign.COMMA)
        elif len(signs) > 1 or _whole(currency):
            seen.add(DecimalSign.COMMA if last == "." else DecimalSign.POINT)
        else:
            doubtful = True
    if len(seen) == 1:
        return seen.pop()
    if not seen and not doubtful:
        return DecimalSign.POINT
    raise Undecided("amounts")


def amount(text: str, sign: DecimalSign, currency: str) -> Decimal:
    """Of what a cell says; zero for an empty one. Brackets or a minus before or after mean negative."""
    bare = _NOT_OF_A_NUMBER.sub("", text)
    if not bare or bare == "-":
        return Decimal(0)
    negative = bare[0] in "-−(" or bare[-1] in "-−"
    bare = bare.strip("-−+()")
    if len(bare) > 24 or not _NUMBERS[sign].fullmatch(bare):
        raise BadStatement("an amount is no number", text[:40])
    grouping, point = (",", ".") if sign == DecimalSign.POINT else (".", ",")
    value = Decimal(bare.replace(grouping, "").replace(point, "."))
    if value != Money(value, currency).quantize().amount:
        raise BadStatement("an amount has more digits than its currency", text[:40])
    return -value if negative else value


def _whole(currency: str) -> bool:
    return Money(Decimal("0.4"), currency).quantize().amount == 0
