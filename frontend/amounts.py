"""Amounts of money as sellers type them, with the thousands of any country, and as they are shown for editing."""

import re
from decimal import Decimal
from typing import Any

from frontend.filters import plain_number
from i18n.currencies import exponent_of

_SPACES = re.compile(r"[\s\u00a0\u202f']")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
_PLAIN = re.compile(r"[0-9]{1,13}(?:[.,][0-9]{1,4})?")
_BOTH = re.compile(
    r"(?P<whole>[0-9]{1,3}(?P<group>[.,])(?:[0-9]{3}(?P=group))*[0-9]{3})(?!(?P=group))[.,](?P<part>[0-9]{1,4})"
)


class UnclearAmount(ValueError):
    """Not one amount and nothing else: ``1.250`` in a currency with cents could be two."""


def read_amount(text: str, currency: str) -> Decimal:
    """``1.250.000`` or ``1,250,000`` dong, ``1.250,50`` or ``1,250.50`` euro. Raises `UnclearAmount`."""
    bare = _SPACES.sub("", text)
    if met := _BOTH.fullmatch(bare):
        return Decimal(f"{re.sub('[.,]', '', met['whole'])}.{met['part']}")
    grouped = _GROUPED.fullmatch(bare) is not None
    if grouped and (exponent_of(currency) == 0 or len(re.findall("[.,]", bare)) > 1):
        return Decimal(re.sub("[.,]", "", bare))
    if grouped or not _PLAIN.fullmatch(bare):
        raise UnclearAmount(text)
    return Decimal(bare.replace(",", "."))


def editable_amount(value: Any) -> str:
    """An amount for an input: digits, and a point where there is a part."""
    return str(plain_number(value))
