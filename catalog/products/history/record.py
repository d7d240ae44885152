"""Write down what the public is shown, whenever it is something else than before."""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.db.models import OuterRef, Subquery

from catalog.products.history.content import HIDDEN, contents
from catalog.products.history.snapshot import ListingSnapshot
from catalog.products.product import Product

BATCH = 200


def record_snapshots(product_ids: Collection[int], *, at: datetime) -> int:
    """A snapshot for each product whose public content is not that of its last one; returns how many.

    May be repeated and reordered: it reads the present state, and twice changes nothing.
    """
    ids = sorted(set(product_ids))
    return sum(_record(ids[start : start + BATCH], at) for start in range(0, len(ids), BATCH))


def digest_of(previous: str, content: str) -> str:
    """The link of the chain: SHA-256 of the digest before it and the content."""
    return sha256(f"{previous}\n{content}".encode()).hexdigest()


def _record(product_ids: list[int], at: datetime) -> int:
    with transaction.atomic():
        # Two reactions to two changes may come here at once: the second has to see what the first wrote.
        rows = Product.objects.select_for_update().filter(pk__in=product_ids).order_by("pk")
        ids = list(rows.values_list("pk", flat=True))
        latest = _latest(ids)
        new = [
            _snapshot(product_id, content, latest.get(product_id), at)
            for product_id, content in contents(ids, at=at).items()
            if _differs(content, latest.get(product_id))
        ]
        ListingSnapshot.objects.bulk_create(new)
    return len(new)


def _differs(content: str, last: ListingSnapshot | None) -> bool:
    """What was never shown needs no snapshot that ends it."""
    return content != (HIDDEN if last is None else last.content)


def _snapshot(product_id: int, content: str, last: ListingSnapshot | None, at: datetime) -> ListingSnapshot:
    previous = last.digest if last else ""
    return ListingSnapshot(
        product_id=product_id,
        taken_at=at,
        content=content,
        is_shown=content != HIDDEN,
        previous_digest=previous,
        digest=digest_of(previous, content),
    )


def _latest(product_ids: list[int]) -> dict[int, ListingSnapshot]:
    own = ListingSnapshot.objects.filter(product=OuterRef("product")).order_by("-pk").values("pk")[:1]
    rows = ListingSnapshot.objects.filter(product_id__in=product_ids, pk=Subquery(own))
    return {row.product_id: row for row in rows}
