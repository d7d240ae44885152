"""What keeps amounts from being prices."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from i18n.money import BrokenMinorUnit, Money

HIGHEST = Decimal(10) ** 13
MOST_TIERS = 10


def price_problem(price: Decimal, currency: str) -> Problem | None:
    """Why an amount cannot be a price in the currency."""
    if not 0 < price < HIGHEST:
        return Problem("price", "INVALID", _("A price must be above zero and below 10 trillion."))
    try:
        Money(price, currency).minor_units()
    except BrokenMinorUnit:
        message = _("%(amount)s has more decimals than %(currency)s knows.")
        return Problem("price", "INVALID", message, {"amount": str(price), "currency": currency})
    return None


def price_problems(field: str, price: Decimal, currency: str) -> list[Problem]:
    problem = price_problem(price, currency)
    return [Problem(field, problem.code, problem.message, problem.params)] if problem else []


def tier_problems(price: Decimal, tiers: Sequence[tuple[int, Decimal]], currency: str) -> list[Problem]:
    """Quantities rise, prices fall, and there are at most ten."""
    problems = [problem for _quantity, amount in tiers for problem in price_problems("tiers", amount, currency)]
    if len(tiers) > MOST_TIERS:
        problems.append(Problem("tiers", "INVALID", _("At most %(most)s quantity prices."), {"most": MOST_TIERS}))
    steps = [(1, price), *tiers]
    for (quantity, amount), (next_quantity, next_amount) in pairwise(steps):
        if not quantity < next_quantity <= 1_000_000 or next_amount >= amount:
            message = _("Quantities must rise and prices fall: look at the price from %(quantity)s pieces on.")
            problems.append(Problem("tiers", "INVALID", message, {"quantity": next_quantity}))
    return problems
