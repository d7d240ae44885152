"""Read a seller's file of counts and say what each row would change, before anything does."""

from collections import Counter
from typing import Any

from catalog.products.bulk_import.numbers import NotANumber, read_whole
from catalog.products.bulk_import.table import read_table
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused
from catalog.stock.stock import Stock
from catalog.stock.stock_import.models import StockImport
from catalog.stock.stock_import.row_problem import MOST_PIECES, problem_of
from catalog.stock.warehouse import Warehouse
from i18n.messages import gettext_noop as _
from i18n.text import fold
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller

Row = dict[str, Any]
_WAREHOUSE = frozenset({"kho", "kho hang", "ten kho", "warehouse", "warehouse name", "nha kho"})
_SKU = frozenset({"sku", "ma sku", "ma hang", "ma san pham", "item", "code", "variant sku"})
_QUANTITY = frozenset({"so luong", "ton kho", "quantity", "stock", "qty", "on hand", "so luong ton", "ton"})


def preview_stock_import(*, seller: Seller, file_name: str, content: bytes, by: User | None) -> StockImport:
    """The file's rows with what is wrong with each, stored for `apply_stock_import`. Raises `Refused`.

    Columns are known by their headers in Vietnamese or English: the SKU, the quantity, and the warehouse's name, which
    may be left out: then the seller's first open warehouse is meant.
    """
    table = read_table(content)
    places = _columns(table.headers)
    rows = [_row(number, cells, places) for number, cells in table.rows]
    check_rows(seller, rows)
    return StockImport.objects.create(seller=seller, file_name=file_name[-200:], rows=rows, by=by)


def check_rows(seller: Seller, rows: list[Row]) -> None:
    """Find each row's variant and warehouse and what lies there now; three statements, whatever their number."""
    variants = _variants(seller, {row["sku"] for row in rows})
    warehouses = {fold(place.name): place for place in Warehouse.objects.filter(seller=seller).order_by("-pk")}
    first = Warehouse.objects.open().filter(seller=seller).order_by("pk").first()
    stocks = {
        (stock.warehouse_id, stock.variant_id): stock for stock in Stock.objects.filter(variant__in=variants.values())
    }
    times = Counter((fold(row["warehouse"]), row["sku"]) for row in rows)
    for row in rows:
        place = warehouses.get(fold(row["warehouse"])) if row["warehouse"] else first
        variant_id = variants.get(row["sku"])
        stock = stocks.get((place.pk, variant_id)) if place and variant_id else None
        row["variant_id"], row["warehouse_id"] = variant_id, place.pk if place else None
        row["before"] = stock.quantity if stock else 0
        is_twice = times[fold(row["warehouse"]), row["sku"]] > 1
        row["problem"] = problem_of(row, place=place, stock=stock, is_twice=is_twice)


def _variants(seller: Seller, skus: set[str]) -> dict[str, int]:
    return dict(ProductVariant.objects.current().filter(seller=seller, sku__in=skus).values_list("sku", "pk"))


def _columns(headers: list[str]) -> dict[str, int]:
    """Where each column stands; raises `Refused` when the SKU or the quantity is nowhere."""
    found: dict[str, int] = {}
    for index, header in enumerate(headers):
        name = _meaning(header)
        if name:
            found.setdefault(name, index)
    if "sku" not in found or "quantity" not in found:
        message = _("The file needs a column for the SKU and one for the quantity, named in its first row.")
        raise Refused(Problem("file", "INVALID", message))
    return found


def _meaning(header: str) -> str | None:
    word = " ".join(fold(header).split())
    for name, words in (("sku", _SKU), ("quantity", _QUANTITY), ("warehouse", _WAREHOUSE)):
        if word in words:
            return name
    return None


def _row(number: int, cells: list[str], places: dict[str, int]) -> Row:
    said = cells[places["quantity"]].strip()
    return {
        "number": number,
        "sku": cells[places["sku"]].strip()[:64],
        "warehouse": cells[places["warehouse"]].strip()[:120] if "warehouse" in places else "",
        "said": said[:40],
        "quantity": _quantity(said),
    }


def _quantity(text: str) -> int | None:
    try:
        count = read_whole(text)
    except NotANumber:
        return None
    return count if 0 <= count <= MOST_PIECES else None
