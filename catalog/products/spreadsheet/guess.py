"""Which column a header of a seller's own spreadsheet means."""

import re
from functools import lru_cache

from catalog.products.spreadsheet.keys import parse_key
from catalog.products.spreadsheet.vocabulary import HOME, vocabulary
from i18n.text import fold

UNIT = re.compile(r"[(\[/,_\s]\s*(mm|cm|m|g|gr|gram|grams|kg)\s*[)\]]?\s*\**$", re.IGNORECASE)
_NOISE = re.compile(r"[^a-z0-9\u0e80-\U0003134f]+")
_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_LABELLED = re.compile(r"^\s*(?P<what>[^:：]{2,40})[:：]\s*(?P<label>.+?)\s*$", re.DOTALL)
_TIER = re.compile(
    r"^(?P<what>.+?) (?:tu|from|>=|≥|tren|sl) ?(?P<quantity>\d{1,7})(?: (?:cai|chiec|pcs|pieces|sp|bo))?(?P<rest>.*)$"
)
_STOCK = {"ton kho", "kho", "stock", "so luong ton", "so luong ton kho", "warehouse"}
_ATTRIBUTE = {"thuoc tinh", "attribute", "dac tinh"}
_CLEAREST, _COMPOSED = 0, 50


@lru_cache(maxsize=4096)
def guess_key(header: str) -> tuple[str | None, int]:
    """The column's key and how clear the header is (0 is clearest); ``None`` when it means nothing here."""
    for text in _readings(header):
        if text in vocabulary().key_of:
            return vocabulary().key_of[text], vocabulary().precedence[text]
    key = _labelled(header) or _composed(words(header)) or _composed(words(_BRACKETS.sub(" ", header)))
    return (key, _COMPOSED) if key and parse_key(key) else (None, _CLEAREST)


def words(text: str) -> str:
    """Folded words with single spaces between."""
    return _NOISE.sub(" ", fold(text)).strip()


def _readings(header: str) -> list[str]:
    """The whole header, without brackets, without its unit, and each part of ``Mã hàng/SKU``."""
    bare = _BRACKETS.sub(" ", header)
    if words(bare) in vocabulary().key_of and _composed(words(header)):
        return []  # "Name (en)" says more than "Name"
    parts = header.split("/") if "/" in header else []
    return [words(text) for text in (header, bare, UNIT.sub("", header), *parts)]


def _labelled(header: str) -> str | None:
    """``Tồn kho: Kho 2``, ``Attribute: Colour``, ``Price from 10: eu (EUR)``."""
    met = _LABELLED.match(header)
    if met is None:
        return None
    what, label = words(met["what"]), met["label"]
    if what in _STOCK:
        return f"stock.{label}"
    if what in _ATTRIBUTE:
        return f"attribute.{label}"
    slug = _BRACKETS.sub("", label).strip().lower()
    tier = _TIER.match(what)
    if tier and vocabulary().key_of.get(tier["what"]) == "price":
        return f"price.{slug}.{int(tier['quantity'])}"
    return _at_market(slug) if vocabulary().key_of.get(what) == "price" else None


def _composed(text: str) -> str | None:
    """``gia eur``, ``price from 10``, ``ten tieng anh``, ``english name``, and the same words turned round."""
    tier = _TIER.match(text)
    if tier:
        market = _market_of(tier["what"], tier["rest"])
        return f"price.{market}.{int(tier['quantity'])}" if market and int(tier["quantity"]) > 1 else None
    for first, rest in _splits(text):
        for what, other in ((first, rest), (rest, first)):
            key = vocabulary().key_of.get(what)
            if key == "price" and other in vocabulary().markets:
                return _at_market(vocabulary().markets[other])
            if key and vocabulary().kinds[key].texts and other in vocabulary().languages:
                return f"{key}.{vocabulary().languages[other]}"
            if key == "images" and re.fullmatch(r"\d{1,2}", other):
                return f"images.{int(other)}"
    return None


def _market_of(what: str, rest: str) -> str | None:
    """The market of a tier's header: ``gia`` is at home, ``gia eu`` and ``gia … eur`` elsewhere."""
    named = " ".join(part for part in (what, rest.strip()) if part)
    if vocabulary().key_of.get(named) == "price":
        return HOME
    key = _composed(named)
    return key.partition(".")[2] or HOME if key and key.startswith("price") else None


def _at_market(slug: str) -> str:
    return "price" if slug == HOME else f"price.{slug}"


def _splits(text: str) -> list[tuple[str, str]]:
    parts = text.split(" ")
    return [(" ".join(parts[:place]), " ".join(parts[place:])) for place in range(len(parts) - 1, 0, -1)]
