import io
import unicodedata
import zipfile

import pytest
from openpyxl import Workbook

from catalog.products.bulk_import import bounds, read_xlsx, table
from catalog.products.bulk_import.bounds import FileRefused
from catalog.products.bulk_import.columns import map_columns
from catalog.products.bulk_import.table import read_table

CSV = 'Mã hàng;Tên sản phẩm;Giá (VND)\nA-1;Ghế gỗ sồi Đà Lạt;1.250.000\n\nA-2;"Bàn; to";2.000.000\n'


def make_xlsx(*rows: list[object]) -> bytes:
    workbook = Workbook()
    assert workbook.active is not None
    for row in rows:
        workbook.active.append(row)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _windows_1258(text: str) -> bytes:
    """As Windows writes it: letters with their hats, tone marks behind them."""
    out = b""
    for character in text:
        try:
            out += character.encode("cp1258")
        except UnicodeEncodeError:
            base, tone = unicodedata.normalize("NFD", character)[0], ""
            parts = unicodedata.normalize("NFD", character)
            tones = [mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"]
            hats = [mark for mark in parts[1:] if mark not in tones]
            base, tone = unicodedata.normalize("NFC", base + "".join(hats)), "".join(tones)
            out += base.encode("cp1258") + tone.encode("cp1258")
    return out


@pytest.mark.parametrize(
    "content",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        CSV.encode("utf-16-le"),
        CSV.encode("utf-16-be"),
        _windows_1258(CSV),
        CSV.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", CSV).encode(),
        CSV.replace(";", "\t").replace('"Bàn\t to"', "Bàn; to").encode(),
        CSV.replace("Bàn; to", "Bàn# to").replace(";", ",").replace("Bàn# to", "Bàn; to").encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-le", "utf-16-be", "windows-1258", "crlf", "decomposed", "tab", "comma"],
)
def test_the_same_table_from_every_encoding_and_separator(content: bytes) -> None:
    read = read_table(content)
    assert read.headers == ["Mã hàng", "Tên sản phẩm", "Giá (VND)"]
    assert read.rows == [(2, ["A-1", "Ghế gỗ sồi Đà Lạt", "1.250.000"]), (4, ["A-2", "Bàn; to", "2.000.000"])]


def test_a_workbook_with_a_title_above_its_header() -> None:
    content = make_xlsx(
        ["CÔNG TY TNHH VÍ DỤ"],
        [],
        ["STT", "SKU", "Tên sản phẩm", "Giá"],
        [1, "A-1", "Ghế", 1250000.0],
        [2, 17, "Bàn", 0.5],
    )
    read = read_table(content)
    assert read.headers == ["STT", "SKU", "Tên sản phẩm", "Giá"]
    assert read.rows == [(4, ["1", "A-1", "Ghế", "1250000"]), (5, ["2", "17", "Bàn", "0.5"])]


def _bomb(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n ",
        b"SKU,Name\n",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
        b"%PDF-1.7\n\x00\x01\x02",
        b"PK\x03\x04 broken",
        _bomb({"a.txt": b"x"}),
        _bomb({"[Content_Types].xml": DOCTYPE, "xl/workbook.xml": DOCTYPE}),
        _bomb({"[Content_Types].xml": b"<x/>"}),
        make_xlsx(["SKU", "Name"], ["a", "b"])[:-300],
    ],
    ids=["empty", "blank", "no rows", "picture", "xls", "pdf", "broken", "zip", "entities", "no sheets", "cut off"],
)
def test_files_that_are_no_tables_are_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        read_table(content)


def test_zip_bombs_are_refused_by_their_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_xlsx, "MOST_UNPACKED", 1_000_000)
    bomb = _bomb({"[Content_Types].xml": b"<x/>", "xl/sharedStrings.xml": b"0" * 2_000_000})
    assert len(bomb) < 5_000
    with pytest.raises(FileRefused, match="unpacks"):
        read_table(bomb)


def test_too_many_rows_or_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"{n},x\n" for n in range(bounds.MOST_ROWS + 1))
    with pytest.raises(FileRefused, match="rows"):
        read_table(f"SKU,Name\n{rows}".encode())
    monkeypatch.setattr(table, "MOST_BYTES", 10)
    with pytest.raises(FileRefused, match="MB"):
        read_table(CSV.encode())


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (
            ["source_id", "name", "description", "price_vnd", "image_count"],
            ["sku", "name", "description", "price", None],
        ),
        (["Mã hàng/SKU", "TÊN SẢN PHẨM *", "Mô tả", "Giá bán (đ)"], ["sku", "name", "description", "price"]),
        (["SKU", "source_id", "Tên", "Name"], ["sku", None, "name", None]),
        (["source_id", "SKU"], [None, "sku"]),
        (["Khối lượng (kg)", "Dài (cm)", "Số lượng"], ["weight", "length", "quantity"]),
        (["weight_g", "length_mm", "qty"], ["weight", "length", "quantity"]),
    ],
)
def test_headers_are_understood(headers: list[str], fields: list[str | None]) -> None:
    assert [column.field for column in map_columns(headers)] == fields


def test_units_come_from_the_header() -> None:
    assert [column.unit for column in map_columns(["Khối lượng (kg)", "length_mm", "Cao", "Giá (m)"])] == [
        "kg",
        "mm",
        "",
        "",
    ]


def test_an_explicit_mapping_wins() -> None:
    columns = map_columns(["Cột A", "SKU", "Tên"], {"Cột A": "sku", "Tên": None})
    assert [column.field for column in columns] == ["sku", None, None]
