"""Keep the index in step with the catalogue."""

from collections.abc import Callable, Iterator, Sequence

from catalog.products.product import Product
from catalog.search.backends.base import backend
from catalog.search.document import ProductDocument, build_documents

BATCH = 500


def index_products(product_ids: Sequence[int]) -> None:
    """Bring the index to what the database says of these products now; one that isn't public any more disappears.

    May be repeated and reordered freely: it reads the present state while it holds the writer's lock. Without an index
    it builds one of everything. Raises `SearchUnavailable`.
    """
    engine = backend()
    if not engine.is_ready():
        rebuild_index()
        return
    for start in range(0, len(product_ids), BATCH):
        engine.refresh(list(product_ids[start : start + BATCH]), build_documents)


def is_behind(product_ids: Sequence[int]) -> bool:
    """Whether the index has another version of any of these products than the database, or should not have it."""
    engine = backend()
    if not engine.is_ready():
        return True
    public = Product.objects.approved().filter(pk__in=product_ids, channel_listings__is_published=True)
    return engine.versions(product_ids) != dict(public.order_by().values_list("pk", "search_version"))


def remove_products(product_ids: Sequence[int]) -> None:
    """Take products out of the index, whatever the database says."""
    engine = backend()
    if engine.is_ready():
        engine.refresh(list(product_ids), lambda _ids: [])


def rebuild_index(*, progress: Callable[[int, int], None] | None = None) -> int:
    """Build the index anew from the database while searches go on; returns how many products it has.

    ``progress(done, total)`` is called after every 500 products.
    """
    return backend().rebuild(_all_documents(progress))


def _all_documents(progress: Callable[[int, int], None] | None) -> Iterator[list[ProductDocument]]:
    approved = Product.objects.approved().order_by("pk")
    total, done, last = approved.count(), 0, 0
    while ids := list(approved.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        yield build_documents(ids)
        last, done = ids[-1], done + len(ids)
        if progress is not None:
            progress(done, total)
