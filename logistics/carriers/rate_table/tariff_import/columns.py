"""The columns of a tariff file. A row is one price; what holds for the whole service stands in its first row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from i18n.currencies import is_currency
from i18n.formatting import country_name
from i18n.messages import gettext_noop as _
from logistics.carriers.rate_table.rate_table import TransportMode, Unit
from logistics.packing.container import CONTAINERS
from logistics.places.place import UnknownPlace, place_of

TABLE = (
    "service", "name", "mode", "currency", "unit", "step", "least", "minimum", "volumetric_divisor",
    "max_package_kg", "fuel_percent", "valid_from", "valid_to",
)  # fmt: skip
ROW = (
    "zone", "countries", "regions", "from", "to", "container", "up_to", "price", "per_step", "min_days", "max_days",
)  # fmt: skip
COLUMNS = (*TABLE, *ROW)
REQUIRED = ("service", "name", "mode", "currency", "unit", "valid_from", "zone", "countries", "price")
MOST_AMOUNT = Decimal(10) ** 9
MOST_DAYS = 365
Cell = object


class BadCell(ValueError):
    """What stands in a cell cannot be meant; the message is for people."""

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(message % params)
        self.message = message
        self.params = params


def read_cell(name: str, text: str) -> Cell:
    """The cell's value; empty cells are ``None``, or an empty list. Raises ``BadCell``."""
    if not text:
        if name in REQUIRED:
            raise BadCell(_("This field is required."))
        return [] if name in ("countries", "regions") else None
    return _READERS[name](text)


def _code(text: str) -> str:
    code = text.strip().lower().replace(" ", "_")
    if not (code.isascii() and code.replace("_", "").isalnum() and len(code) <= 40):
        raise BadCell(_("A code has at most 40 letters, digits and underscores."))
    return code


def _short(text: str) -> str:
    if len(text) > 100:
        raise BadCell(_("At most %(limit)s characters."), limit=100)
    return text


def _one_of(known: Mapping[str, str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        found = known.get(text.strip().casefold())
        if found is None:
            raise BadCell(_("One of %(choices)s."), choices=", ".join(known.values()))
        return found

    return read


def _currency(text: str) -> str:
    code = text.strip().upper()
    if not is_currency(code):
        raise BadCell(_("This is not a currency."))
    return code


def _number(most: Decimal, *, decimals: int = 4, least: Decimal = Decimal(0)) -> Callable[[str], Decimal]:
    def read(text: str) -> Decimal:
        try:
            number = Decimal(text.strip())
        except InvalidOperation:
            raise BadCell(_("A number with a point before its decimals.")) from None
        if not number.is_finite() or not least <= number <= most:
            raise BadCell(_("A number from %(least)s to %(most)s."), least=least, most=most)
        if number != number.quantize(Decimal(1).scaleb(-decimals)):
            raise BadCell(_("At most %(decimals)s decimals."), decimals=decimals)
        return number

    return read


def _whole(most: int, *, least: int = 0) -> Callable[[str], int]:
    def read(text: str) -> int:
        return int(_number(Decimal(most), decimals=0, least=Decimal(least))(text))

    return read


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        raise BadCell(_("A day as 2026-12-31.")) from None


def _countries(text: str) -> list[str]:
    codes = [code.upper() for code in text.replace(",", " ").replace(";", " ").split()]
    wrong = [code for code in codes if len(code) != 2 or not code.isascii() or country_name(code, "en") == code]
    if wrong or len(codes) > 250:
        raise BadCell(_("These are not countries: %(codes)s."), codes=", ".join(wrong[:5]))
    return list(dict.fromkeys(codes))


def _regions(text: str) -> list[str]:
    regions = [part.strip().casefold() for part in text.replace(",", ";").split(";") if part.strip()]
    if len(regions) > 100 or any(len(region) > 100 for region in regions):
        raise BadCell(_("At most %(limit)s."), limit=100)
    return regions


def _place(text: str) -> str:
    try:
        return place_of(text).code
    except UnknownPlace:
        raise BadCell(_("This UN/LOCODE is not known here.")) from None


_POSITIVE = Decimal("0.001")
_READERS: dict[str, Callable[[str], Cell]] = {
    "service": _code,
    "name": _short,
    "mode": _one_of({mode.value.casefold(): mode.value for mode in TransportMode}),
    "currency": _currency,
    "unit": _one_of({unit.value: unit.value for unit in Unit}),
    "step": _number(Decimal(10_000), decimals=3, least=_POSITIVE),
    "least": _number(Decimal(100_000), decimals=3),
    "minimum": _number(MOST_AMOUNT),
    "volumetric_divisor": _whole(100_000, least=1),
    "max_package_kg": _whole(100_000, least=1),
    "fuel_percent": _number(Decimal(200), decimals=2),
    "valid_from": _day,
    "valid_to": _day,
    "zone": _short,
    "countries": _countries,
    "regions": _regions,
    "from": _place,
    "to": _place,
    "container": _one_of({code.casefold(): code for code in CONTAINERS}),
    "up_to": _number(Decimal(10_000_000), decimals=3, least=_POSITIVE),
    "price": _number(MOST_AMOUNT),
    "per_step": _number(MOST_AMOUNT),
    "min_days": _whole(MOST_DAYS),
    "max_days": _whole(MOST_DAYS),
}
