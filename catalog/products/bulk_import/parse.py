"""One row's cells as values: everything that can be said without looking at the catalogue."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from catalog.products.bulk_import.countries import country_code
from catalog.products.bulk_import.numbers import (
    ARange,
    NotANumber,
    UnitMissing,
    read_amount,
    read_measure,
    read_price,
    read_whole,
)
from catalog.products.bulk_import.yes_or_no import read_flag
from catalog.products.fields import one_line
from catalog.products.spreadsheet.keys import parse_key
from catalog.refusal import Problem
from i18n.messages import gettext_noop as _

MOST_PIECES = 1_000_000_000
PRODUCT_TEXTS = ("name", "description", "material", "hs_code", "species", "un_number")
PRODUCT_FLAGS = ("sample_available", "customizable", "private_label", "is_hazardous")
VARIANT_WHOLE = ("moq", "order_multiple", "units_per_carton", "lead_time_days")
STORED_AS: Mapping[str, tuple[str, str]] = {
    "weight": ("gross_weight_g", "weight"),
    "net_weight": ("net_weight_g", "weight"),
    "length": ("length_mm", "length"),
    "width": ("width_mm", "length"),
    "height": ("height_mm", "length"),
    "carton_weight": ("carton_gross_weight_g", "weight"),
    "carton_length": ("carton_length_mm", "length"),
    "carton_width": ("carton_width_mm", "length"),
    "carton_height": ("carton_height_mm", "length"),
}
"""Column -> variant's field and what it measures."""
_NAMES = re.compile(r"[|;\n]+")
_MONEY = re.compile(r"^(?:(?P<before>[A-Za-z]{3})\s*)?(?P<amount>[\d.,\s]+?)\s*(?P<after>[A-Za-z]{3}|đ|₫)?$")


@dataclass(slots=True)
class Parsed:
    """What the row says; what it leaves empty is absent."""

    sku: str = ""
    group: str = ""
    product: dict[str, Any] = field(default_factory=dict)
    variant: dict[str, Any] = field(default_factory=dict)
    category: str = ""
    product_type: str = ""
    prices: dict[str, str] = field(default_factory=dict)
    """By market's slug, still as written: only the market knows its currency."""
    tiers: dict[str, dict[int, str]] = field(default_factory=dict)
    base_price: tuple[Decimal, str] | None = None
    stocks: dict[str, int] = field(default_factory=dict)
    """By warehouse's name; ``""`` is the seller's first."""
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    """By language, then by field."""
    attributes: dict[str, str] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def parse_row(values: Mapping[str, str]) -> Parsed:
    """What the cells say, and what in them cannot be read; a problem's ``field`` is the column's key."""
    parsed = Parsed()
    for key, text in values.items():
        if not text.strip():
            continue
        try:
            _read(parsed, key, text)
        except (NotANumber, UnitMissing) as wrong:
            code, message = MESSAGES[type(wrong)]
            parsed.problems.append(Problem(key, code, message, {"text": text[:40]}))
    return parsed


MESSAGES = {
    NotANumber: ("INVALID", _("“%(text)s” is not a number that can be read here.")),
    ARange: (
        "RANGE",
        _("“%(text)s” names two numbers. Write one; lower prices for more pieces have their own columns."),
    ),
    UnitMissing: ("UNIT", _("Write the unit, for example 300 g, 0,3 kg or 45 cm.")),
}
_NOT_YES_OR_NO = _("“%(text)s” is neither yes nor no.")


def _read(parsed: Parsed, key: str, text: str) -> None:
    parts = parse_key(key)
    if parts is None:
        return
    if parts.language:
        parsed.texts.setdefault(parts.language, {})[parts.kind] = text
    elif parts.kind == "price":
        parsed.prices[parts.market] = text
    elif parts.kind == "tier":
        parsed.tiers.setdefault(parts.market, {})[parts.quantity] = text
    elif parts.kind == "stock":
        parsed.stocks[parts.label] = _pieces(text)
    elif parts.kind == "attribute":
        parsed.attributes[parts.label] = text
    elif parts.kind == "images":
        parsed.pictures += [name for part in _NAMES.split(text) if (name := one_line(part)[:200])]
    else:
        _READERS[parts.kind](parsed, key, text)


def _pieces(text: str) -> int:
    pieces = read_whole(text)
    if pieces > MOST_PIECES:
        raise NotANumber(text)
    return pieces


def _flag(parsed: Parsed, key: str, text: str) -> None:
    flag = read_flag(text)
    if flag is not None:
        parsed.product[key] = flag
    else:
        parsed.problems.append(Problem(key, "INVALID", _NOT_YES_OR_NO, {"text": text[:40]}))


def _money(text: str) -> tuple[Decimal, str]:
    """An amount with its currency, which is the đồng when none is said."""
    met = _MONEY.match(text.strip())
    if met is None:
        return read_amount(text), "VND"
    currency = (met["before"] or met["after"] or "VND").upper().replace("Đ", "VND").replace("₫", "VND")
    return (read_amount(met["amount"]) if currency == "VND" else read_price(met["amount"], currency)), currency


def _sample_price(parsed: Parsed, key: str, text: str) -> None:
    amount, currency = _money(text)
    parsed.product |= {"sample_price_amount": amount, "sample_price_currency": currency}


def _base_price(parsed: Parsed, key: str, text: str) -> None:
    parsed.base_price = _money(text)


def _restrictions(parsed: Parsed, key: str, text: str) -> None:
    parsed.product[key] = [part.strip() for part in re.split(r"[,;|\n]", text) if part.strip()]


def _quantity(parsed: Parsed, key: str, text: str) -> None:
    parsed.stocks[""] = _pieces(text)


def _sku(parsed: Parsed, key: str, text: str) -> None:
    parsed.sku = parsed.variant["sku"] = one_line(text)


def _origin(parsed: Parsed, key: str, text: str) -> None:
    parsed.product[key] = country_code(text)


def _keep(name: str) -> "Reader":
    return lambda parsed, key, text: setattr(parsed, name, one_line(text)[:160])


def _text(name: str) -> "Reader":
    return lambda parsed, key, text: parsed.product.update({name: text})


def _variant(name: str, read: Callable[[str], Any]) -> "Reader":
    return lambda parsed, key, text: parsed.variant.update({name: read(text)})


def _measure(kind: str) -> Callable[[str], int]:
    return lambda text: read_measure(text, kind)


Reader = Callable[[Parsed, str, str], None]
_READERS: Mapping[str, Reader] = {
    "sku": _sku,
    "product": _keep("group"),
    "category": _keep("category"),
    "product_type": _keep("product_type"),
    "variant_name": _variant("name", str),
    "gtin": _variant("gtin", str),
    "origin_country": _origin,
    "quantity": _quantity,
    "sample_price": _sample_price,
    "base_price": _base_price,
    "restrictions": _restrictions,
    **{name: _text(name) for name in PRODUCT_TEXTS},
    **dict.fromkeys(PRODUCT_FLAGS, _flag),
    **{name: _variant(name, read_whole) for name in VARIANT_WHOLE},
    **{column: _variant(name, _measure(kind)) for column, (name, kind) in STORED_AS.items()},
}
