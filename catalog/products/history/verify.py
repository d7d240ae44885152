"""Whether a product's history is as it was written."""

from collections.abc import Sequence
from itertools import pairwise

from catalog.products.history.record import digest_of
from catalog.products.history.snapshot import ListingSnapshot
from catalog.products.product import Product


def is_unbroken(product: Product) -> bool:
    """Every snapshot has its own digest and follows the one before it.

    What was removed at the beginning, when its time was over, is no break.
    """
    return follow_each_other(list(ListingSnapshot.objects.filter(product=product).order_by("pk")))


def follow_each_other(rows: Sequence[ListingSnapshot]) -> bool:
    """The same for all snapshots of one product, in their order."""
    whole = all(row.digest == digest_of(row.previous_digest, row.content) for row in rows)
    return whole and all(before.digest == after.previous_digest for before, after in pairwise(rows))
