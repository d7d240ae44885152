"""A seller's variants as whoever keeps the stock looks for them."""

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from catalog.models import ProductVariant, Stock, StockMovement

MOST_LETTERS = 100


def stocked_variants(seller_id: int, *, search: str = "", only_low: bool = False) -> QuerySet[ProductVariant]:
    """Its current variants by SKU; a search finds parts of SKUs, product names and variant names."""
    rows = ProductVariant.objects.current().filter(seller_id=seller_id, product__archived_at__isnull=True)
    words = search[:MOST_LETTERS].split()
    for word in words:
        rows = rows.filter(Q(sku__icontains=word) | Q(product__name__icontains=word) | Q(name__icontains=word))
    if only_low:
        free = Stock.objects.filter(variant=OuterRef("pk")).order_by().values("variant")
        pieces = free.values(sum=Sum(F("quantity") - F("quantity_allocated")))
        counted = rows.annotate(free=Coalesce(Subquery(pieces), Value(0)))
        watched = counted.filter(stock_policy__low_threshold__isnull=False)
        return watched.filter(free__lte=F("stock_policy__low_threshold")).order_by("sku", "pk")
    return rows.order_by("sku", "pk")


def movements(
    seller_id: int, *, variant_id: int | None = None, warehouse_id: int | None = None, kinds: list[str] | None = None
) -> QuerySet[StockMovement]:
    """A seller's movements, the newest first."""
    rows = StockMovement.objects.filter(stock__warehouse__seller_id=seller_id)
    if variant_id is not None:
        rows = rows.filter(stock__variant_id=variant_id)
    if warehouse_id is not None:
        rows = rows.filter(stock__warehouse_id=warehouse_id)
    if kinds is not None:
        rows = rows.filter(kind__in=kinds)
    return rows.order_by("-id")
