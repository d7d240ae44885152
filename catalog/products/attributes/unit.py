"""Units of numeric attributes: named as Saleor names them, labelled as CLDR does, so that they read well anywhere."""

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
    DAY = "DAY", "duration-day"
    MONTH = "MONTH", "duration-month"
    YEAR = "YEAR", "duration-year"
    HOUR = "HOUR", "duration-hour"
    CELSIUS = "CELSIUS", "temperature-celsius"
    VOLT = "VOLT", "electric-volt"
    AMPERE = "AMPERE", "electric-ampere"
    WATT = "WATT", "power-watt"
    PERCENT = "PERCENT", "concentr-percent"

    @property
    def cldr(self) -> str:
        """The unit's name in CLDR, which Babel formats numbers with."""
        return str(self.label)
