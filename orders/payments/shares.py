"""How the buyer's one payment is shared out among the parts of an order."""

from collections.abc import Callable, Iterator, Sequence

from i18n.money import Money, sum_money
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.stored_money import stored


def living_parts_of(order: Order) -> list[SellerOrder]:
    """The parts money is still wanted for."""
    parts = SellerOrder.objects.filter(order=order).exclude(status=SellerOrderStatus.CANCELED)
    return list(parts.select_related("order").order_by("position"))


def open_of(part: SellerOrder) -> Money:
    """What is still to be charged for a part."""
    return stored(part.total_amount - part.waived_amount - part.charged_amount, part.currency)


def share_out(
    amount: Money, parts: Sequence[SellerOrder], room: Callable[[SellerOrder], Money]
) -> Iterator[tuple[SellerOrder, Money]]:
    """``amount`` in proportion to the room of each part, to the last unit; never more than there is room for.

    Raises ``ValueError`` when it is more than there is room for altogether.
    """
    rooms = [room(part) for part in parts]
    if sum_money(rooms, amount.currency) < amount:
        raise ValueError(f"there is no room for {amount} in {len(parts)} parts")
    for part, share in zip(parts, amount.allocate([each.amount for each in rooms]), strict=True):
        if share:
            yield part, share
