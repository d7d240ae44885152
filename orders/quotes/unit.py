"""What a line of a request counts."""

from collections.abc import Mapping

from django.db import models

from i18n.messages import gettext_noop as _


class QuoteUnit(models.TextChoices):
    """Goods of the catalogue are counted in pieces; what is described in words may be measured otherwise."""

    PIECE = "PIECE"
    PAIR = "PAIR"
    SET = "SET"
    CARTON = "CARTON"
    METER = "METER"
    SQUARE_METER = "SQUARE_METER"
    CUBIC_METER = "CUBIC_METER"
    KILOGRAM = "KILOGRAM"
    TONNE = "TONNE"
    CONTAINER_20 = "CONTAINER_20"
    CONTAINER_40 = "CONTAINER_40"


UNIT_NAMES: Mapping[QuoteUnit, str] = {
    QuoteUnit.PIECE: _("pieces"),
    QuoteUnit.PAIR: _("pairs"),
    QuoteUnit.SET: _("sets"),
    QuoteUnit.CARTON: _("cartons"),
    QuoteUnit.METER: _("metres"),
    QuoteUnit.SQUARE_METER: _("square metres"),
    QuoteUnit.CUBIC_METER: _("cubic metres"),
    QuoteUnit.KILOGRAM: _("kilograms"),
    QuoteUnit.TONNE: _("tonnes"),
    QuoteUnit.CONTAINER_20: _("20-foot containers"),
    QuoteUnit.CONTAINER_40: _("40-foot containers"),
}
"""Message ids."""
