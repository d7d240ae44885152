"""Every lock that stock is changed under.

First the stocks, then the policies, each in primary-key order, so that no two wait in a ring.
"""

from collections.abc import Iterable

from catalog.products.variant import ProductVariant
from catalog.stock.policy import StockPolicy
from catalog.stock.stock import Stock
from catalog.stock.warehouse import Warehouse
from marketplace.written_once import WrittenOnce

_stocks: WrittenOnce[Stock] = WrittenOnce(
    lambda ids: Stock.objects.select_for_update().filter(variant_id__in=ids).order_by("pk")
)
_policies: WrittenOnce[StockPolicy] = WrittenOnce(
    lambda ids: StockPolicy.objects.select_for_update().filter(variant_id__in=ids).order_by("pk")
)


def lock_stocks(variant_ids: Iterable[int]) -> list[Stock]:
    """The stocks of variants, locked until the transaction ends. Also guards their reservations."""
    return _stocks(ids=set(variant_ids))


def lock_stock_rows(stock_ids: Iterable[int]) -> dict[int, Stock]:
    """Single stocks by id, locked until the transaction ends."""
    return {s.pk: s for s in Stock.objects.select_for_update().filter(pk__in=set(stock_ids)).order_by("pk")}


def lock_stock(variant: ProductVariant, warehouse: Warehouse) -> Stock:
    """The variant's stock in a warehouse, made empty if there was none, locked until the transaction ends."""
    return Stock.objects.select_for_update().get_or_create(warehouse=warehouse, variant=variant)[0]


def lock_policies(variant_ids: Iterable[int]) -> dict[int, StockPolicy]:
    """The policies of variants that have one, by variant, locked until the transaction ends."""
    return {policy.variant_id: policy for policy in _policies(ids=set(variant_ids))}
