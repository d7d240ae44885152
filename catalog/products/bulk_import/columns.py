"""What a column of a seller's own spreadsheet means, by its header in Vietnamese or English."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from i18n.text import fold

ALIASES: Mapping[str, tuple[str, ...]] = {
    "sku": (
        "sku", "ma sku", "ma hang", "ma san pham", "ma sp", "ma hang hoa", "ma vat tu", "item code", "item number",
        "product code", "article number", "seller sku", "ma", "code", "source id", "id",
    ),
    "name": (
        "ten san pham", "ten hang", "ten hang hoa", "ten sp", "ten", "san pham", "name", "product name", "title",
        "product", "item name",
    ),
    "description": ("mo ta", "mo ta san pham", "mo ta chi tiet", "thong tin san pham", "description", "details"),
    "price": (
        "gia", "gia ban", "don gia", "gia ban le", "gia niem yet", "price", "unit price", "retail price", "gia vnd",
        "price vnd", "gia ban vnd", "don gia vnd",
    ),
    "quantity": (
        "so luong", "ton kho", "so luong ton", "sl", "so luong ton kho", "quantity", "qty", "stock", "inventory",
    ),
    "weight": (
        "khoi luong", "trong luong", "can nang", "weight", "gross weight", "khoi luong ca bi", "trong luong ca bi",
    ),
    "net_weight": ("khoi luong tinh", "trong luong tinh", "net weight"),
    "length": ("dai", "chieu dai", "length"),
    "width": ("rong", "chieu rong", "width"),
    "height": ("cao", "chieu cao", "height"),
    "material": ("chat lieu", "vat lieu", "thanh phan", "material", "materials"),
    "category": ("danh muc", "nganh hang", "nhom hang", "loai hang", "category"),
    "hs_code": ("ma hs", "hs code", "hs", "hscode"),
    "gtin": ("ma vach", "gtin", "ean", "barcode", "upc"),
    "moq": ("so luong toi thieu", "dat toi thieu", "so luong dat toi thieu", "moq", "minimum order quantity"),
    "order_multiple": ("boi so dat hang", "order multiple"),
    "units_per_carton": ("so luong thung", "quy cach", "cai thung", "units per carton", "pieces per carton"),
    "lead_time_days": ("thoi gian giao hang", "so ngay chuan bi", "lead time", "lead time days"),
}  # fmt: skip
FIELDS = tuple(ALIASES)
MEASURED = {"weight": "weight", "net_weight": "weight", "length": "length", "width": "length", "height": "length"}
_FIELD_OF = {alias: field for field, aliases in ALIASES.items() for alias in aliases}
_PRECEDENCE = {alias: place for aliases in ALIASES.values() for place, alias in enumerate(aliases)}
_UNIT = re.compile(r"[(\[/,_\s]\s*(mm|cm|m|g|gr|gram|grams|kg)\s*[)\]]?\s*\**$", re.IGNORECASE)
_NOISE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file; ``field`` is ``None`` for one that isn't used, ``unit`` what the header says it is in."""

    header: str
    field: str | None
    unit: str = ""


def map_columns(headers: Sequence[str], mapping: Mapping[str, str | None] | None = None) -> list[Column]:
    """Say what each column means: as ``mapping`` (header -> field) says, otherwise by its header.

    No field is used twice: an explicit column wins, then the clearer header ("SKU" before "source_id"), then the first.
    """
    explicit = {header.strip(): field for header, field in (mapping or {}).items()}
    wishes: dict[str, tuple[int, int]] = {}
    guesses: list[str | None] = []
    for place, header in enumerate(headers):
        field, rank = _guess(header)
        if header.strip() in explicit:
            field, rank = explicit[header.strip()], -1
        guesses.append(field)
        if field and (rank, place) < wishes.get(field, (10**6, 0)):
            wishes[field] = (rank, place)
    chosen = {place for _, place in wishes.values()}
    return [
        Column(header, field if place in chosen else None, _unit(header, field))
        for place, (header, field) in enumerate(zip(headers, guesses, strict=True))
    ]


def recognised(headers: Sequence[str]) -> int:
    """How many different fields the cells of a row would name as headers."""
    return len({field for header in headers if (field := _guess(header)[0])})


def _guess(header: str) -> tuple[str | None, int]:
    whole = _NOISE.sub(" ", fold(header)).strip()
    bare = _NOISE.sub(" ", fold(re.sub(r"[(\[].*?[)\]]", " ", header))).strip()
    without_unit = _NOISE.sub(" ", fold(_UNIT.sub("", header))).strip()
    parts = (_NOISE.sub(" ", fold(part)).strip() for part in header.split("/"))
    for text in (whole, bare, without_unit, *parts):
        if text in _FIELD_OF:
            return _FIELD_OF[text], _PRECEDENCE[text]
    return None, 0


def _unit(header: str, field: str | None) -> str:
    met = _UNIT.search(header)
    return met[1].lower() if met and field in MEASURED else ""
