"""What a fuel surcharge comes to."""

from decimal import ROUND_HALF_UP, Decimal

from i18n.messages import gettext_noop as _

FUEL = _("Fuel surcharge")


def surcharge_of(price: Decimal, percent: Decimal, *, cent: Decimal) -> Decimal:
    """The percentage of the price, rounded half up to ``cent``: 8.5 % of 1,450.00 is 123.25."""
    return (price * percent / 100).quantize(cent, rounding=ROUND_HALF_UP)
