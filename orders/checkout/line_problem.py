"""What is wrong with one line of a basket."""

from catalog.pricing.check_quantity import BelowMinimum, NotAMultiple, check_quantity
from catalog.pricing.price import VariantPrice
from i18n.money import Money
from orders.checkout.checkout_line import CheckoutLine
from orders.checkout.problems import Problem, ProblemCode
from orders.stored_money import stored


def line_problem(
    line: CheckoutLine, price: VariantPrice | None, free: int, product: str, *, blocked_in: str = ""
) -> Problem | None:
    """The gravest one: not sold, not let in, quantity not orderable, not enough there, price changed.

    ``product`` is what it is called in the reader's language, ``blocked_in`` the name of a country that lets such
    goods not in.
    """
    if price is None:
        return Problem(ProblemCode.NOT_AVAILABLE, "lines", {"product": product})
    if blocked_in:
        return Problem(ProblemCode.GOODS_BLOCKED, "lines", {"product": product, "country": blocked_in})
    try:
        check_quantity(line.variant, line.quantity)
    except BelowMinimum as failure:
        return Problem(ProblemCode.BELOW_MINIMUM, "lines", {"product": product, "minimum": failure.minimum})
    except NotAMultiple as failure:
        return Problem(ProblemCode.NOT_A_MULTIPLE, "lines", {"product": product, "multiple": failure.multiple})
    if line.quantity > free:
        return Problem(ProblemCode.INSUFFICIENT_STOCK, "lines", {"product": product, "available": free})
    if line.seen_amount != price.unit.amount:
        return Problem(ProblemCode.PRICE_CHANGED, "lines", _change(line, price.unit, product))
    return None


def _change(line: CheckoutLine, now: Money, product: str) -> dict[str, object]:
    before = stored(line.seen_amount, now.currency)
    return {"product": product, "before": before.amount, "after": now.amount, "currency": now.currency}
