"""How a value that isn't picked from a list reads: numbers with their unit, dates, both as the reader writes them."""

from babel import Locale
from babel.units import format_unit, get_unit_name

from catalog.products.attributes.assigned import Assigned
from catalog.products.attributes.unit import Unit
from catalog.products.description import plain
from i18n.formatting import format_date, format_number
from i18n.languages import language as known_language

_SYMBOLS = {
    Unit.MM: "mm",
    Unit.CM: "cm",
    Unit.M: "m",
    Unit.KM: "km",
    Unit.SQ_CM: "cm²",
    Unit.SQ_M: "m²",
    Unit.CUBIC_CENTIMETER: "cm³",
    Unit.CUBIC_METER: "m³",
    Unit.ML: "ml",
    Unit.LITER: "l",
    Unit.G: "g",
    Unit.KG: "kg",
    Unit.TONNE: "t",
    Unit.CELSIUS: "°C",
    Unit.VOLT: "V",
    Unit.AMPERE: "A",
    Unit.WATT: "W",
    Unit.PERCENT: "%",
}
"""The same in every language; days, months and years are words."""


def unit_name(unit: str, language: str) -> str:
    """The unit alone: ``cm``, ``kg``, ``%``; in the reader's language where it has a word of its own."""
    if unit in _SYMBOLS:
        return _SYMBOLS[Unit(unit)]
    locale = Locale.parse(known_language(language).locale)
    return get_unit_name(Unit(unit).cldr, length="short", locale=locale) or unit


def shown(row: Assigned, language: str) -> str:
    """``120.5 cm``, ``120,5 cm``; a rich text's words; a file's name. Nothing for a yes-no."""
    if row.number is not None:
        number = row.number.normalize() if row.number else row.number
        number = number.quantize(1) if number == number.to_integral_value() else number
        if not row.attribute.unit:
            return format_number(number, language)
        locale = Locale.parse(known_language(language).locale)
        return format_unit(number, Unit(row.attribute.unit).cldr, length="short", locale=locale)
    if row.date is not None:
        return format_date(row.date, language)
    return row.file_name or plain(row.text)
