"""Which sellers' parts wait for the marketplace's check."""

from collections.abc import Sequence
from uuid import UUID

from logistics.customs.screening.screen import stopped
from orders.lifecycle.seller_order import SellerOrder


def held_parts(part_ids: Sequence[UUID]) -> set[UUID]:
    """Those of the parts that may not leave, in two statements."""
    numbers = dict(SellerOrder.objects.filter(pk__in=part_ids).values_list("pk", "order__number"))
    held = stopped(set(numbers.values()))
    return {part_id for part_id, number in numbers.items() if number in held}
