"""Counts from a file: looked through first, written all or in part, once."""

import io

import pytest
from openpyxl import Workbook

from catalog.models import Stock, StockImport, Warehouse
from catalog.refusal import Refused
from catalog.stock.allocate import allocate
from catalog.stock.check import check_stock
from catalog.stock.stock_import.apply import apply_stock_import
from catalog.stock.stock_import.preview import preview_stock_import
from tests.factories.catalog import make_stock, make_variant
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


def preview(seller: object, text: str) -> StockImport:
    return preview_stock_import(seller=seller, file_name="kho.csv", content=text.encode(), by=None)  # type: ignore[arg-type]


def codes(found: StockImport) -> list[str | None]:
    return [row["problem"]["code"] if row["problem"] else None for row in found.rows]


def test_rows_are_told_what_is_wrong_with_them() -> None:
    variant = make_variant(sku="GHE-1")
    make_stock(variant, 9)
    allocate(wants=[("a", variant.pk, 4)])
    make_variant(sku="CUA-NGUOI-KHAC")
    Warehouse.objects.create(seller=variant.seller, name="Dĩ An")
    found = preview(
        variant.seller,
        "Mã hàng,Kho,Số lượng\nGHE-1,kho chính,3\nGHE-1,DI AN,7\n,Dĩ An,1\nCUA-NGUOI-KHAC,,1\nGHE-1,Huế,1\nGHE-1,,x\n",
    )
    assert codes(found) == ["BELOW_ALLOCATED", None, "REQUIRED", "NOT_FOUND", "NOT_FOUND", "INVALID"]
    assert [row["before"] for row in found.rows][:2] == [9, 0]
    assert Stock.objects.count() == 1, "looking through changes nothing"


def test_all_or_the_good_ones_and_only_once() -> None:
    variant = make_variant(sku="GHE-1")
    stock = make_stock(variant, 9)
    found = preview(variant.seller, "SKU;Quantity\nGHE-1;1.200\nKHONG;2\n")
    with pytest.raises(Refused) as refused:
        apply_stock_import(stock_import=found, only_good_rows=False, by=None)
    assert refused.value.problems[0].code == "HAS_ERRORS"
    stock.refresh_from_db()
    assert stock.quantity == 9

    applied = apply_stock_import(stock_import=found, only_good_rows=True, by=None)
    stock.refresh_from_db()
    assert (applied.written, stock.quantity) == (1, 1200)
    assert stock.movements.get(kind="IMPORTED").reference == "kho.csv"
    assert apply_stock_import(stock_import=found, only_good_rows=True, by=None).applied_at == applied.applied_at
    assert stock.movements.count() == 2
    assert check_stock() == []


def test_orders_placed_after_the_preview_are_respected() -> None:
    variant = make_variant(sku="GHE-1")
    make_stock(variant, 9)
    found = preview(variant.seller, "SKU,Qty\nGHE-1,3\n")
    assert codes(found) == [None]
    allocate(wants=[("a", variant.pk, 5)])
    assert apply_stock_import(stock_import=found, only_good_rows=True, by=None).written == 0
    assert Stock.objects.get().quantity == 9


def test_a_row_twice_is_refused_both_times() -> None:
    variant = make_variant(sku="GHE-1")
    make_stock(variant, 1)
    assert codes(preview(variant.seller, "SKU,Qty\nGHE-1,3\nGHE-1,4\n")) == ["UNIQUE", "UNIQUE"]


def test_a_workbook_is_read_too() -> None:
    variant = make_variant(sku="GHE-1")
    make_stock(variant, 1)
    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (("Tồn kho tháng 10", None), ("SKU", "Tồn kho"), ("GHE-1", 8)):
        sheet.append(row)
    book.save(out)
    found = preview_stock_import(seller=variant.seller, file_name="x.xlsx", content=out.getvalue(), by=None)
    assert [(row["sku"], row["quantity"]) for row in found.rows] == [("GHE-1", 8)]


@pytest.mark.parametrize("text", ["", "SKU\nA\n", "Tên,Giá\nGhế,1\n", "SKU,Qty\n"])
def test_a_file_that_is_none(text: str) -> None:
    with pytest.raises(Refused):
        preview(make_seller(), text)
