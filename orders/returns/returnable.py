"""How many pieces of a line may be asked to go back."""

from collections.abc import Iterable

from django.db.models import Sum

from orders.lifecycle.order_line import OrderLine
from orders.returns.return_request import ReturnLine
from orders.returns.states import OPEN


def returnable_pieces(lines: Iterable[OrderLine]) -> dict[int, int]:
    """By line id: what left, less what came back, less what open returns speak of. One query for all lines."""
    rows = {line.pk: line for line in lines}
    asked = (
        ReturnLine.objects.filter(order_line__in=rows, return_request__status__in=OPEN)
        .values_list("order_line_id")
        .annotate(pieces=Sum("quantity"))
    )
    spoken_of = dict(asked.order_by())
    return {
        pk: max(line.quantity_fulfilled - line.quantity_returned - spoken_of.get(pk, 0), 0) for pk, line in rows.items()
    }
