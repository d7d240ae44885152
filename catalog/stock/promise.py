"""Promise pieces that a seller has agreed to make or to get, whatever the shelf says."""

from collections import Counter
from collections.abc import Sequence

from django.db import transaction

from catalog.stock.allocate import Wants, announce
from catalog.stock.locks import lock_policies
from catalog.stock.policy import StockPolicy
from catalog.stock.taken import Key, StockPromised


def promise(*, wants: Wants[Key]) -> Sequence[StockPromised[Key]]:
    """Every piece is promised and none is taken from the shelf, beyond any limit: only for what a seller agreed to.

    Orders that wait are served when the pieces arrive, like those for what is made to order.
    """
    wanted = Counter[int]()
    for _, variant_id, quantity in wants:
        wanted[variant_id] += quantity
    with transaction.atomic():
        StockPolicy.objects.bulk_create(
            [StockPolicy(variant_id=variant_id) for variant_id in sorted(wanted)], ignore_conflicts=True
        )
        policies = lock_policies(wanted)
        for variant_id, quantity in wanted.items():
            policies[variant_id].quantity_promised += quantity
        StockPolicy.objects.bulk_update(policies.values(), ["quantity_promised"])
        announce(wanted)
    return [StockPromised(key, variant_id, quantity) for key, variant_id, quantity in wants]
