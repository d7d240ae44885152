"""Every lock that stock is changed under. Rows are always taken in primary-key order, so that no two wait in a ring."""

from collections.abc import Iterable

from catalog.stock.stock import Stock


def lock_stocks(variant_ids: Iterable[int]) -> list[Stock]:
    """The stocks of variants, locked until the transaction ends. Also guards their reservations."""
    return list(Stock.objects.select_for_update().filter(variant_id__in=set(variant_ids)).order_by("pk"))


def lock_stock_rows(stock_ids: Iterable[int]) -> dict[int, Stock]:
    """Single stocks by id, locked until the transaction ends."""
    return {s.pk: s for s in Stock.objects.select_for_update().filter(pk__in=set(stock_ids)).order_by("pk")}
