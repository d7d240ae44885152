"""The values that a vertical axis names: round ones, few, from zero."""

from decimal import ROUND_CEILING, Decimal

MOST_TICKS = 5
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def ticks(highest: Decimal, *, whole: bool = False) -> list[Decimal]:
    """From 0 to the first round value that is not below ``highest``: 1, 2, 2.5 or 5 times a power of ten apart.

    ``whole``: what is counted in pieces is never labelled in halves.
    """
    if highest <= 0:
        return [Decimal(0), Decimal(1)]
    step = _step(highest / (MOST_TICKS - 1), whole)
    count = int((highest / step).to_integral_value(ROUND_CEILING))
    return [step * number for number in range(max(count, 1) + 1)]


def _step(least: Decimal, whole: bool) -> Decimal:
    if whole and least <= 1:
        return Decimal(1)
    power = Decimal(10) ** least.adjusted()
    found = next(power * step for step in _STEPS if power * step >= least)
    return found.to_integral_value(ROUND_CEILING) if whole else found
