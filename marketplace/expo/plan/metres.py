"""Metres, as people and the API say lengths, and whole centimetres, in which shapes are reckoned."""

from collections.abc import Sequence
from decimal import Decimal

from catalog.refusal import Problem
from i18n.messages import gettext_noop as _

SMALLEST, LARGEST = Decimal("0.5"), Decimal(1000)
CENTIMETRE = Decimal("0.01")


class NotCentimetres(ValueError):
    """A length that is no whole number of centimetres."""


def centimetres(metres: Decimal) -> int:
    """Raises `NotCentimetres`."""
    exact = metres.scaleb(2)
    if exact != exact.to_integral_value():
        raise NotCentimetres(metres)
    return int(exact)


def metres(length: int) -> Decimal:
    return Decimal(length).scaleb(-2)


def corners(points: Sequence[tuple[Decimal, Decimal]]) -> list[tuple[int, int]]:
    """Raises `NotCentimetres`."""
    return [(centimetres(x), centimetres(y)) for x, y in points]


def size_problems(width: Decimal, depth: Decimal) -> list[Problem]:
    """A hall's or booth's size: from half a metre to a kilometre, in centimetres."""
    message = _("A length is between %(smallest)s and %(largest)s metres, in whole centimetres.")
    params = {"smallest": SMALLEST, "largest": LARGEST}
    return [
        Problem(name, "INVALID", message, params)
        for name, value in (("width", width), ("depth", depth))
        if not SMALLEST <= value <= LARGEST or value != value.quantize(CENTIMETRE)
    ]
