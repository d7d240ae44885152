"""The postal forms' limit of 300 SDR, in other currencies."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from i18n.convert import NoRate, convert
from i18n.money import Money

PIVOT = "USD"


def in_sdr(money: Money, *, on: date) -> Decimal | None:
    """How many SDR; by way of US dollars for a currency that has no row. ``None`` when there is no rate."""
    rates = _rates_on(on)
    if rates is None:
        return None
    if money.currency in rates:
        return money.amount / Decimal(rates[money.currency])
    try:
        return convert(money, PIVOT, on=on).money.amount / Decimal(rates[PIVOT])
    except NoRate:
        return None


def _rates_on(on: date) -> dict[str, Any] | None:
    past = [row for row in _rows() if row["on"] <= on]
    return max(past, key=lambda row: row["on"]) if past else None


@cache
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "sdr.toml").read_text())["rate"]
    return rows
