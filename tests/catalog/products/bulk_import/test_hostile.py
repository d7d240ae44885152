"""Files that were made to hurt are refused with a sentence."""

import io
import struct
import zipfile

import pytest

from catalog.products.bulk_import.bounds import FileRefused
from catalog.products.bulk_import.picture_archive import index_archive
from catalog.products.bulk_import.table import read_table
from catalog.products.bulk_import.zip_bounds import BadArchive, open_archive, read_entry
from tests.catalog.products.bulk_import.test_table import make_xlsx

SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _with(parts: dict[str, bytes]) -> bytes:
    """A real workbook with some of its parts replaced."""
    out = io.BytesIO()
    plain = io.BytesIO(make_xlsx(["SKU", "Name"], ["a", "b"]))
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, parts.get(name, source.read(name)))
    return out.getvalue()


def _sheet(rows: str, head: str = '<?xml version="1.0"?>') -> bytes:
    return f'{head}<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData></worksheet>'.encode()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ENTITIES = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
HIDDEN = f'<!--{"x" * 2_000_000}--><!DOCTYPE x [<!ENTITY a "b">]>'
CELL = '<c t="inlineStr"><is><t>SKU</t></is></c>'
WIDE = f"<row r='1'>{CELL * 1_000_000}</row>"


@pytest.mark.parametrize(
    "content",
    [
        _with({SHEET: _sheet("", ENTITIES)}),
        _with({SHEET: _sheet("", '<?xml version="1.0"?>' + HIDDEN)}),
        _with({SHEET: _sheet(WIDE)}),
        _with({SHEET: _sheet(WIDE.replace("<c ", "<x:c ").replace("</c>", "</x:c>"))}),
        _with({SHEET: _sheet("<row r='1'><c r='A1'><v>1</v></c>").decode().encode("utf-16")}),
        _with({SHEET: _sheet("", '<?xml version="1.0" encoding="cp037"?>')}),
        _with({SHEET: b"<worksheet"}),
        _with({"xl/workbook.xml": b"<x/>"}),
        _with({SHEET: _sheet('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>')}),
        make_xlsx(["SKU", "Name"], ["a", "b"])[:-40],
        b"PK\x03\x04" + bytes(2000),
        b"SKU,Name\n" + b'"' * 300_000 + b"\n",
        b"SKU,Name\na,\x00\n",
    ],
    ids=["laughs", "hidden", "wide", "wide prefixed", "utf-16", "ebcdic", "cut", "no workbook", "no string", "no end",
         "zeros", "quotes", "nul"],
)  # fmt: skip
def test_a_hostile_table_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        read_table(content)


def test_two_cells_in_opposite_corners_cost_nothing() -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>SKU</t></is></c></row><row r="2"><c r="A2"><v>5</v></c></row>'
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert read_table(_with({SHEET: _sheet(rows + far)})).rows == [(2, ["5"])]


def test_a_million_columns_of_csv_are_cut() -> None:
    read = read_table(b"SKU," + b"x," * 1_000_000 + b"\n1,2\n")
    assert len(read.headers) <= 500
    assert read.rows[0][1][:2] == ["1", "2"]


def _zip(entries: dict[str, bytes]) -> bytearray:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return bytearray(out.getvalue())


def test_an_entry_is_never_unpacked_beyond_its_bound() -> None:
    bomb = _zip({"a.jpg": bytes(5_000_000)})
    with open_archive(io.BytesIO(bomb)) as archive, pytest.raises(BadArchive):
        read_entry(archive, archive.getinfo("a.jpg"), most=1_000_000)
    central = bomb.rindex(b"PK\x01\x02")
    bomb[central + 24 : central + 28] = struct.pack("<L", 1000)  # the directory lies about the size
    with open_archive(io.BytesIO(bomb)) as archive, pytest.raises(BadArchive):
        content = read_entry(archive, archive.getinfo("a.jpg"), most=1_000_000)
        assert len(content) <= 1_000_000
        raise BadArchive("cut at what the directory says")


@pytest.mark.parametrize(("place", "value"), [(12, 0xFFFFFFFF), (12, 20_000_000)], ids=["zip64", "directory"])
def test_a_directory_that_lies_is_refused(place: int, value: int) -> None:
    archive = _zip({"a.jpg": b"x"})
    end = archive.rindex(b"PK\x05\x06")
    archive[end + place : end + place + 4] = struct.pack("<L", value)
    with pytest.raises(FileRefused) as refused:
        index_archive(io.BytesIO(archive))
    assert refused.value.problems[0].field == "images"


def test_an_encrypted_archive_and_one_without_pictures_are_refused() -> None:
    locked = _zip({"a.jpg": b"x"})
    central = locked.rindex(b"PK\x01\x02")
    locked[central + 8] |= 1
    for archive in (locked, _zip({"a.exe": b"MZ", "__MACOSX/._a.jpg": b"x", "b/": b""})):
        with pytest.raises(FileRefused):
            index_archive(io.BytesIO(archive))


def test_files_are_found_by_name_and_given_to_the_right_sku() -> None:
    names = [
        "Ảnh/BAN-01-2.JPG",
        "Ảnh/ban-01.jpg",
        "BAN-01-10.png",
        "BAN (1).webp",
        "GHE 1/mặt trước.png",
        "a/x.png",
        "b/x.png",
    ]
    index = index_archive(io.BytesIO(_zip(dict.fromkeys(names, b"x"))))
    assert index.by_sku({"ban", "ban-01", "ghe 1"}) == {
        "ban": ["BAN (1).webp"],
        "ban-01": ["BAN-01-10.png", "Ảnh/BAN-01-2.JPG", "Ảnh/ban-01.jpg"],
        "ghe 1": ["GHE 1/mặt trước.png"],
    }
    assert (index.find("ban-01.JPG"), index.find("x.png"), index.find("b\\x.png"), index.find("x")) == (
        "Ảnh/ban-01.jpg", None, "b/x.png", None,
    )  # fmt: skip
