"""Values nobody expects: texts, numbers, days, ids, cursors and files."""

import base64
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from marketplace.graphql import to_global_id
from tests.api.world import workbook
from tests.factories.catalog import make_image
from tests.factories.customs import RULE, rules_csv
from tests.factories.screening import sdn_entry, sdn_file

OMITTED = object()
ALTERNATIVES = {"slug", "sku", "externalReference"}
"""What names the same as an id; only one of them is taken."""
ONE_OF = {
    "ConversationStartInput": ("productId", "sellerId", "quoteId", "sellerOrderId"),
    "DigitalLinkTargetCreateInput": ("lot", "variant", "code"),
    "TraceMaterialInput": ("lot", "material", "code", "uri"),
    "MenuItemInput": ("page", "category", "collection", "url"),
    "MenuItemCreateInput": ("page", "category", "collection", "url"),
}
"""Fields of an input of which only one is taken."""
LONG = 6000
ODD_TEXTS = [
    "", " ", "\u200b", "\u00a0", "x" * 151, "x" * 256, "ẵ" * LONG, "a" + "\u0301" * 300, "\u202egnp.exe",
    "\u200f\u202b",
    "\ufeff", "\u2028", "\ufdfd", "👩‍👩‍👧‍👦" * 40, "\U0001f1fb\U0001f1f3", "İıſß", "٣", "²", "１２", "½", "\x00",
    "\ud800", "\x1b[31m",
    "\x7f", "\r\nBcc: all@example.org", "a\tb", "<script>alert(1)</script>", "javascript:alert(1)", "=1+1", "@SUM(1)",
    "NaN", "Infinity", "-0", "1e999", "1E+30", "null", "../../etc/passwd", "..\\..\\x", "%s%n%(x)s", "%", "{{7*7}}",
    "{0}",
    "'; DROP TABLE accounts_user; --",
    '"', "\\", "/", "http://[::1", "http://169.254.169.254/", "https://ex\u202eample.org",
    "a@b", "a@b@c", "@", "+", "+84", "0" * 40, "-1", "99999999999999999999999", "AND OR NOT (", '"unclosed', "name:*",
    "*", "?", "~", "^^", "sku:[a TO z]", "1970-01-01", "vn", "VN ", "en-US-u-ca-buddhist", "zh_Hans",
]  # fmt: skip
ODD_INTS = [0, -1, 1, 2, 7, 99, 100, 101, 1000, 2**15, 2**31 - 1, -(2**31), 2**31, 2**63, -(2**63), 2**70]
ODD_DECIMALS = [
    0, -1, 1, "0", "-0", "-1", "0.01", "0.001", "1E+30", "1E-30", "1e17", "1e-18", "999999999999999999", "NaN", "sNaN",
    "999999999999.99", "0.000000000000000001", "123456789012345678.123456789012345678", "-999999999999999999",
    "Infinity", "-Infinity", "1_000", "٣", "1.", ".5", "0x10", "", " 1", 2**64, "99999999.995", "1e99", True,
]  # fmt: skip
ODD_DATES = ["0001-01-01", "9999-12-31", "1000-01-01", "2024-02-30", "2026-13-01", "", "26-1-1", "٢٠٢٦-٠١-٠١", 20260101]
ODD_MOMENTS = [
    "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "0001-01-02T00:00:00+14:00", "9999-12-31T23:59:59.999999Z",
    "9999-12-31T23:59:59-12:00", "9999-12-30T12:00:00Z", "1583-01-01T00:00:00+07:00", "2026-01-01T00:00:00",
    "2026-01-01",
    "2026-01-01T25:00:00Z", "", "now", "2026-01-01T00:00:00+99:99",
]  # fmt: skip
ODD_OTHERS: list[Any] = [None, True, 1, 1.5, [], {}, [[]], {"x": None}, "NOPE", [None]]
KEYS = ["0", "-1", "1e3", "٣", "²", " 1", "1 ", "+1", "007", "9" * 18, "9" * 19, "9" * 40, "None", "x", "1:2", "",
        "00000000-0000-0000-0000-000000000000", "not-a-uuid", "{00000000000000000000000000000000}", "\x00",
        "\u0661"]  # fmt: skip
CURSORS: list[Any] = [None, 0, -1, 2**63, 2**80, 1.5, True, "", "x", "0001-01-01T00:00:00+14:00",
                      "9999-12-31T23:59:59-12:00", "NaN", "1E+999999", "-1E+999999", "\x00", "\ud800", "9" * 400,
                      "٣", [], {}]  # fmt: skip


@cache
def odd_ids() -> list[str]:
    types = ["Product", "Checkout", "Order", "User", "Seller", "Nothing", "Lot", "Shipment"]
    made = [to_global_id(type_name, key) for type_name in types for key in KEYS if "\ud800" not in key]
    return ["", "1", "=", "AAAA", "x" * 300, "UHJvZHVjdDo=", "UHJvZHVjdDox\n", " UHJvZHVjdDox", *made]


@cache
def odd_cursors() -> list[str]:
    """Cursors of our own form with values that no row has, and texts that are none."""
    lists = [*([value] for value in CURSORS), *([value, value] for value in CURSORS), [], [1, 2, 3, 4, 5]]
    made = [base64.b64encode(json.dumps(values).encode()).decode() for values in lists]
    urls = [base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=") for values in lists]
    return ["", "x", "=", "MQ==", *made, *urls]


# ---- files


def _huge_png() -> bytes:
    """A few bytes that say they are a picture of 60,000 by 60,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def _bomb() -> bytes:
    """A workbook whose sheet unpacks to forty megabytes of nothing."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(("SKU",)))) as model,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb,
    ):
        for item in model.infolist():
            data = model.read(item)
            if item.filename.endswith("sheet1.xml"):
                data = b"<worksheet>" + b" " * 40_000_000
            bomb.writestr(item.filename, data)
    return out.getvalue()


def _strange_cells() -> bytes:
    return workbook(
        ("SKU", "Tên", "Giá", "Số lượng", "Email", None),
        ("=1+1", "<script>", 1e300, -5, "\u202e", True),
        (None, None, None, None, None, None),
        ("x" * 32_000, 12345678901234567890, "NaN", "1E+30", "#REF!", ""),
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
_MAKERS: dict[str, Callable[[], bytes]] = {
    "products.xlsx": lambda: workbook(("SKU", "Tên sản phẩm", "Giá", "Số lượng"), ("A-1", "Ghế", 1000, 3)),
    "exhibitors.xlsx": lambda: workbook(("Tên doanh nghiệp", "Email"), ("Công ty Mẫu", "a@example.org")),
    "denied.xml": lambda: sdn_file(sdn_entry("77", "Người mẫu")),
    "rules.csv": lambda: rules_csv(RULE),
    "hall.svg": lambda: b"<svg><rect data-code='Z9' x='20' y='30' width='3' height='3'/></svg>",
    "lots.csv": lambda: b"Lot number,SKU,Pieces,Stage,Date\nL-1,GHE-moc,5,Making,2026-10-01\n",
    "entities.xml": lambda: b"<!DOCTYPE a [<!ENTITY b 'c'>]><sdnList><sdnEntry>&b;</sdnEntry></sdnList>",
    "picture.png": make_image,
    "picture.jpg": lambda: make_image(image_format="JPEG"),
    "empty.xlsx": lambda: b"",
    "strange.xlsx": _strange_cells,
    "bomb.xlsx": _bomb,
    "huge.png": _huge_png,
    "cut.png": lambda: make_image()[:60],
    "drawing.svg": lambda: SVG,
    "drawing.png": lambda: SVG,
    "page.html": lambda: b"<html><script>alert(1)</script>",
    "macro.gif": lambda: b"GIF89a/*<script>*/=1",
    "table.csv": lambda: "SKU,Tên\r\nA,Ghế\r\n".encode("utf-16"),
    "nul.csv": lambda: b"SKU,Ten\r\n\x00,\x00\r\n",
    "latin.csv": lambda: b"SKU;Ten\r\nA;\xe9\xff\r\n\"unclosed",
    "wide.csv": lambda: b"SKU," * 3000 + b"\r\n",
    "deep.csv": lambda: b"SKU\r\n" + b"A\r\n" * 3000,
    "old.xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "zip.xlsx": lambda: b"PK\x05\x06" + b"\0" * 18,
}  # fmt: skip
NAMES = [
    "",
    "../../x.xlsx",
    "x" * 400 + ".xlsx",
    'a";\r\nX: y.xlsx',
    "\u202excod.xlsx",
    ".htaccess",
    "a.php",
    "=1+1.csv",
]
_made: dict[str, bytes] = {}


def upload(name: str, own_name: str | None = None) -> SimpleUploadedFile:
    """One of the files above, under its name or another."""
    if name not in _made:
        _made[name] = _MAKERS[name]()
    file = SimpleUploadedFile(name, _made[name], "application/octet-stream")
    if own_name is not None:
        file.__dict__["_name"] = own_name  # what a client says; Django's own setter would tidy it
    return file


def hostile_upload(chance: Random) -> Any:
    if chance.random() < 0.1:
        return chance.choice([None, "file", 1, {}])
    return upload(chance.choice(list(_MAKERS)), chance.choice([None, None, *NAMES]))
