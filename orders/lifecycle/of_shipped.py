"""What an amount of a whole line comes to for the pieces that left."""

from i18n.money import Money
from orders.lifecycle.order_line import OrderLine


def of_shipped(line: OrderLine, amount: Money) -> Money:
    """To the last unit: what left and what did not add up to the whole."""
    if line.quantity_fulfilled == line.quantity:
        return amount
    return amount.allocate([line.quantity_fulfilled, line.quantity - line.quantity_fulfilled])[0]
