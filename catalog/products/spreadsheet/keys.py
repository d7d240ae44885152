"""Keys of columns. Most are those of the vocabulary; the rest are made of parts:

``name.en`` a text in another language, ``price.eu`` a price in another market, ``price.eu.10`` the price there from 10
pieces on (``price.vn.10`` at home), ``stock.<warehouse>``, ``attribute.<name or slug>``, ``images.2``.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from catalog.products.spreadsheet.vocabulary import HOME, vocabulary

_PARTS = re.compile(
    r"(?P<price>price)\.(?P<market>[a-z0-9_-]{1,50})(?:\.(?P<quantity>[0-9]{1,7}))?"
    r"|(?P<stock>stock)\.(?P<warehouse>.{1,120})"
    r"|(?P<attribute>attribute)\.(?P<label>.{1,120})"
    r"|images\.(?P<place>[0-9]{1,2})"
    r"|(?P<text>[a-z]+)\.(?P<language>[A-Za-z-]{2,16})",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Key:
    """A key taken apart. ``kind`` is the vocabulary's key, or ``tier``, ``stock`` or ``attribute``."""

    kind: str
    language: str = ""
    market: str = ""
    quantity: int = 0
    label: str = ""
    """The warehouse's or attribute's name."""


@lru_cache(maxsize=4096)
def parse_key(key: str) -> Key | None:
    """The key's parts; ``None`` for what is no key of any column."""
    kinds = vocabulary().kinds
    if key == "price":
        return Key("price", market=HOME)
    if key in kinds:
        return Key(key)
    met = _PARTS.fullmatch(key)
    if met is None:
        return None
    if met["price"]:
        quantity = int(met["quantity"] or 0)
        return Key("tier" if met["quantity"] else "price", market=met["market"], quantity=quantity)
    if met["stock"]:
        return Key("stock", label=met["warehouse"])
    if met["attribute"]:
        return Key("attribute", label=met["label"])
    if met["place"]:
        return Key("images", quantity=int(met["place"]))
    is_text = met["text"] in kinds and kinds[met["text"]].texts and met["language"] in vocabulary().languages.values()
    return Key(met["text"], language=met["language"]) if is_text else None


def header_of(key: str, language: str, *, currency: str = "") -> str:
    """What our own files write above the column in ``vi`` or ``en``; `guess_key` reads it back."""
    kinds, vi = vocabulary().kinds, language == "vi"
    parts = parse_key(key)
    if parts is None:
        raise KeyError(key)
    if key in kinds:
        return kinds[key].header(language)
    if parts.language:
        return f"{kinds[parts.kind].header(language)} ({parts.language})"
    if parts.kind == "stock":
        return f"{'Tồn kho' if vi else 'Stock'}: {parts.label}"
    if parts.kind == "attribute":
        return f"{'Thuộc tính' if vi else 'Attribute'}: {parts.label}"
    price = "Giá" if vi else "Price"
    at = f" {'từ' if vi else 'from'} {parts.quantity}" if parts.kind == "tier" else ""
    return f"{price}{at}: {parts.market}{f' ({currency})' if currency else ''}"
