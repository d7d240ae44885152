"""Units of numeric attributes: named as Saleor names them, labelled as CLDR does, so that they read well anywhere."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import models


class Unit(models.TextChoices):
    """The unit every number of an attribute is stored in."""

    MM = "MM", "length-millimeter"
    CM = "CM", "length-centimeter"
    M = "M", "length-meter"
    KM = "KM", "length-kilometer"
    SQ_CM = "SQ_CM", "area-square-centimeter"
    SQ_M = "SQ_M", "area-square-meter"
    CUBIC_CENTIMETER = "CUBIC_CENTIMETER", "volume-cubic-centimeter"
    CUBIC_METER = "CUBIC_METER", "volume-cubic-meter"
    ML = "ML", "volume-milliliter"
    LITER = "LITER", "volume-liter"
    G = "G", "mass-gram"
    KG = "KG", "mass-kilogram"
    TONNE = "TONNE", "mass-tonne"
    HOUR = "HOUR", "duration-hour"
    DAY = "DAY", "duration-day"
    MONTH = "MONTH", "duration-month"
    YEAR = "YEAR", "duration-year"
    CELSIUS = "CELSIUS", "temperature-celsius"
    VOLT = "VOLT", "electric-volt"
    AMPERE = "AMPERE", "electric-ampere"
    WATT = "WATT", "power-watt"
    PERCENT = "PERCENT", "concentr-percent"

    @property
    def cldr(self) -> str:
        """The unit's name in CLDR, which Babel formats numbers with."""
        return str(self.label)


class WrongUnit(ValueError):
    """A number in one unit can't be said in the other."""

    def __init__(self, given: Unit, wanted: Unit) -> None:
        super().__init__(f"{given} is no measure in {wanted}")
        self.given, self.wanted = given, wanted


_IN_BASE: Mapping[Unit, tuple[str, Decimal]] = {
    Unit.MM: ("length", Decimal(1)),
    Unit.CM: ("length", Decimal(10)),
    Unit.M: ("length", Decimal(1_000)),
    Unit.KM: ("length", Decimal(1_000_000)),
    Unit.SQ_CM: ("area", Decimal(1)),
    Unit.SQ_M: ("area", Decimal(10_000)),
    Unit.ML: ("volume", Decimal(1)),
    Unit.CUBIC_CENTIMETER: ("volume", Decimal(1)),
    Unit.LITER: ("volume", Decimal(1_000)),
    Unit.CUBIC_METER: ("volume", Decimal(1_000_000)),
    Unit.G: ("mass", Decimal(1)),
    Unit.KG: ("mass", Decimal(1_000)),
    Unit.TONNE: ("mass", Decimal(1_000_000)),
    Unit.HOUR: ("time", Decimal(1)),
    Unit.DAY: ("time", Decimal(24)),
}


def converted(number: Decimal, given: Unit, wanted: Unit) -> Decimal:
    """1.2 M in CM is 120. Raises `WrongUnit` where the two don't measure the same."""
    if given == wanted:
        return number
    kind, factor = _IN_BASE.get(given, (given.value, Decimal(1)))
    wanted_kind, wanted_factor = _IN_BASE.get(wanted, (wanted.value, Decimal(1)))
    if kind != wanted_kind:
        raise WrongUnit(given, wanted)
    return number * factor / wanted_factor
