"""Take stock for placed orders, give it back, and let it leave the house.

1. Lock the stocks of every variant wanted, in primary-key order, then their policies.
2. Count what can be had: on the shelf less orders, and what may be promised, less other holders' reservations.
3. If anything is short, say everything that is short and take nothing.
4. Take each line from the warehouse with the most free pieces first, so that few parcels result.
5. What is made to order or ordered ahead and does not lie there is promised.
6. Drop the holders' own reservations: they have become allocations.

Example: 7 wanted, 5 free in Thủ Dầu Một and 4 in Dĩ An, nobody else reserves: 5 come from the first, 2 from the second.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction

from catalog.events import StockChanged
from catalog.stock.available import free_of
from catalog.stock.errors import InsufficientStock, Shortage
from catalog.stock.locks import lock_policies, lock_stocks
from catalog.stock.policy import StockPolicy
from catalog.stock.reservation import Reservation
from catalog.stock.stock import Stock
from catalog.stock.taken import Key, Part, StockPromised, StockTaken
from marketplace.events.publish import publish_all
from marketplace.store_numbers import store_numbers

Wants = Sequence[tuple[Key, int, int]]


def allocate(*, wants: Wants[Key], holders: Sequence[UUID] = ()) -> list[Part[Key]]:
    """Hold stock for order lines ``(line_key, variant_id, quantity)``: all of them or none.

    The same piece is never held twice, nor promised twice, however many buyers ask at once. Raises
    `InsufficientStock`; a transaction around it can go on then.
    """
    wanted = Counter[int]()
    for _, variant_id, quantity in wants:
        wanted[variant_id] += quantity
    with transaction.atomic(savepoint=False):
        stocks, policies = lock_stocks(wanted), lock_policies(wanted)
        short = _shortages(wanted, stocks, policies, holders)
        if not short:
            taken = _take(wants, stocks, policies)
            store_numbers(stocks, "quantity_allocated")
            store_numbers(list(policies.values()), "quantity_promised")
            Reservation.objects.filter(holder__in=holders).delete()
            announce(wanted)
    if short:  # nothing was written: said outside the block, it does not spoil the transaction around
        raise InsufficientStock(*short)
    return taken


def announce(variant_ids: Iterable[int]) -> None:
    """Tell that the pieces of variants changed, inside the transaction of the change."""
    if changed := [StockChanged(variant_id=variant_id) for variant_id in sorted(set(variant_ids))]:
        publish_all(changed)


def _shortages(
    wanted: Counter[int], stocks: list[Stock], policies: dict[int, StockPolicy], holders: Sequence[UUID]
) -> list[Shortage]:
    free = free_of(wanted, stocks, policies, except_for=holders)
    return [Shortage(v, quantity, free[v]) for v, quantity in wanted.items() if quantity > free[v]]


def _take(wants: Wants[Key], stocks: list[Stock], policies: dict[int, StockPolicy]) -> list[Part[Key]]:
    by_variant: dict[int, list[Stock]] = defaultdict(list)
    for stock in stocks:
        by_variant[stock.variant_id].append(stock)
    taken: list[Part[Key]] = []
    for key, variant_id, quantity in wants:
        there = take_from(by_variant[variant_id], key, quantity)
        taken += there
        if rest := quantity - sum(part.quantity for part in there):
            policies[variant_id].quantity_promised += rest
            taken.append(StockPromised(key, variant_id, rest))
    return taken


def take_from(stocks: Iterable[Stock], key: Key, quantity: int) -> list[StockTaken[Key]]:
    """As many of the pieces wanted as are free in the stocks, which the caller has locked and stores."""
    taken: list[StockTaken[Key]] = []
    for stock in sorted(stocks, key=lambda stock: (-stock.free, stock.pk)):
        part = min(stock.free, quantity)
        if part > 0:
            stock.quantity_allocated += part
            quantity -= part
            taken.append(StockTaken(key, stock.pk, part))
    return taken
