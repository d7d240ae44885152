"""Units of attributes as people write them in cells."""

from catalog.products.attributes.unit import Unit
from i18n.text import fold

WRITTEN: dict[Unit, tuple[str, ...]] = {
    Unit.MM: ("mm",),
    Unit.CM: ("cm",),
    Unit.M: ("m", "met", "metre", "meter"),
    Unit.KM: ("km",),
    Unit.SQ_CM: ("cm2",),
    Unit.SQ_M: ("m2",),
    Unit.CUBIC_CENTIMETER: ("cm3", "cc"),
    Unit.CUBIC_METER: ("m3",),
    Unit.ML: ("ml",),
    Unit.LITER: ("l", "lit", "litre", "liter"),
    Unit.G: ("g", "gr", "gram"),
    Unit.KG: ("kg",),
    Unit.TONNE: ("t", "tan", "tonne"),
    Unit.HOUR: ("h", "gio", "hour", "hours"),
    Unit.DAY: ("d", "ngay", "day", "days"),
    Unit.MONTH: ("thang", "month", "months"),
    Unit.YEAR: ("nam", "year", "years"),
    Unit.CELSIUS: ("°c", "c"),
    Unit.VOLT: ("v",),
    Unit.AMPERE: ("a",),
    Unit.WATT: ("w",),
    Unit.PERCENT: ("%",),
}
"""The first of each is what we write."""
_UNITS = {word: unit.value for unit, words in WRITTEN.items() for word in words}


def unit_of(text: str) -> str | None:
    """The unit's code; ``m²`` and ``m2`` are the same."""
    return _UNITS.get(fold(text).strip().rstrip("."))
