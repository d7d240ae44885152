"""A dated file the operator keeps by hand, for currencies that no machine-readable source covers (VND).

TOML, newest at the bottom::

    [[rate]]
    on = 2026-01-09
    base = "EUR"
    quote = "VND"
    rate = "30550.00"        # 1 EUR = 30550 VND
    note = "which bank, which table"
"""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from i18n.rate_feeds.record import BadRateFile, PublishedRate, decimal_of

_KNOWN = frozenset({"on", "base", "quote", "rate", "note"})


def read(content: bytes) -> list[PublishedRate]:
    """The rates of the operator's file."""
    try:
        stated = tomllib.loads(content.decode("utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRateFile(f"not TOML: {error}") from error
    entries = stated.get("rate")
    if not isinstance(entries, list) or not entries or stated.keys() != {"rate"}:
        raise BadRateFile("the file holds [[rate]] entries, at least one, and nothing else")
    return [_rate(number, entry) for number, entry in enumerate(entries, start=1)]


def _rate(number: int, entry: object) -> PublishedRate:
    if not isinstance(entry, dict) or entry.keys() - _KNOWN or not entry.keys() >= _KNOWN - {"note"}:
        raise BadRateFile(f"entry {number} needs on, base, quote and rate, may have a note, and nothing else")
    try:
        return PublishedRate(str(entry["base"]), str(entry["quote"]), _number(entry), _day(entry))
    except BadRateFile as error:
        raise BadRateFile(f"entry {number}: {error}") from error


def _number(entry: Mapping[str, Any]) -> Decimal:
    return decimal_of(str(entry["rate"]))


def _day(entry: Mapping[str, Any]) -> date:
    day = entry["on"]
    if not isinstance(day, date) or isinstance(day, datetime):
        raise BadRateFile(f"on is a day such as 2026-01-09, not {day!r}")
    return day
