"""What some pieces of a line cost, so that all pieces together cost what the line costs.

The first ``k`` of ``n`` pieces cost ``k / n`` of the line, rounded down to what can be paid; some more pieces cost the
difference. However a line is taken apart, its parts add up to it.

Example: 3 pieces for 10.00 EUR. Calling off one takes 3.33 off, another one 3.33, the last one 3.34.
"""

from decimal import ROUND_DOWN

from i18n.money import Money
from orders.lifecycle.order_line import OrderLine
from orders.stored_money import stored


def cost_of_pieces(line: OrderLine, quantity: int, *, after: int) -> Money:
    """What ``quantity`` pieces cost the buyer when ``after`` pieces were taken off the line before."""
    return _first(line, after + quantity) - _first(line, after)


def gone_pieces(line: OrderLine) -> int:
    """How many were taken off it already: called off or given back."""
    return line.quantity_canceled + line.quantity_returned


def _first(line: OrderLine, pieces: int) -> Money:
    if not 0 <= pieces <= line.quantity:
        raise ValueError(f"line {line.pk} has {line.quantity} pieces, not {pieces}")
    whole = stored(line.total_amount, line.currency)
    return Money(whole.amount * pieces / line.quantity, line.currency).quantize(ROUND_DOWN)
