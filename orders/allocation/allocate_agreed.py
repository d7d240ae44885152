"""Take stock for what a seller has agreed to in a quote."""

from collections.abc import Sequence

from django.db import transaction

from catalog.stock.allocate import allocate
from catalog.stock.errors import InsufficientStock
from catalog.stock.locks import lock_policies, lock_stocks
from catalog.stock.promise import promise
from catalog.stock.taken import Part
from orders.allocation.allocation import Allocation
from orders.allocation.held import written
from orders.lifecycle.order_line import OrderLine

Wants = list[tuple[int, int, int]]


def allocate_agreed(*, lines: Sequence[OrderLine]) -> None:
    """What lies there is taken; a variant of which too little is there is made, or got, within the agreed lead time.

    It never fails for want of stock: the seller has given its word. What is made after a description holds no stock.
    """
    wants = [(line.pk, line.variant_id, line.quantity) for line in lines if line.variant_id is not None]
    Allocation.objects.bulk_create(written(_taken(wants)))


def _taken(wants: Wants) -> list[Part[int]]:
    wanted = {variant_id for _, variant_id, _ in wants}
    with transaction.atomic():
        lock_stocks(wanted)
        lock_policies(wanted)
        try:
            return allocate(wants=wants)
        except InsufficientStock as short:
            late = {shortage.variant_id for shortage in short.shortages}
        there = allocate(wants=[want for want in wants if want[1] not in late])
        return [*there, *promise(wants=[want for want in wants if want[1] in late])]
