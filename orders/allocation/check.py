"""Whether what stocks and policies say about orders is what orders hold."""

from dataclasses import dataclass

from django.db.models import F, IntegerField, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from catalog.models import Stock, StockPolicy
from orders.allocation.allocation import Allocation


@dataclass(frozen=True, slots=True)
class AllocationDifference:
    """``counted`` is what the stock or the policy says, ``held`` what the orders' allocations add up to."""

    sku: str
    place: str
    """The warehouse, or nothing for promised pieces."""
    counted: int
    held: int


def check_allocations() -> list[AllocationDifference]:
    """Everything that does not add up; nothing, always. Two statements; changes nothing."""
    return [*_held_wrongly(), *_promised_wrongly()]


def _held_wrongly() -> list[AllocationDifference]:
    held = Allocation.objects.filter(stock=OuterRef("pk")).order_by().values("stock").values(sum=Sum("quantity"))
    stocks = Stock.objects.annotate(held=Coalesce(Subquery(held, IntegerField()), 0))
    rows = stocks.exclude(held=F("quantity_allocated")).order_by("pk")
    values = rows.values_list("variant__sku", "warehouse__name", "quantity_allocated", "held")
    return [AllocationDifference(*row) for row in values]


def _promised_wrongly() -> list[AllocationDifference]:
    waiting = Allocation.objects.filter(stock__isnull=True, order_line__variant=OuterRef("variant"))
    held = waiting.order_by().values("order_line__variant").values(sum=Sum("quantity"))
    policies = StockPolicy.objects.annotate(held=Coalesce(Subquery(held, IntegerField()), 0))
    rows = policies.exclude(held=F("quantity_promised")).order_by("pk")
    values = rows.values_list("variant__sku", "quantity_promised", "held")
    return [AllocationDifference(sku, "", counted, held) for sku, counted, held in values]
