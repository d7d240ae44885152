"""Codes that people type or paste: article numbers, bar codes, tariff codes."""

import re
import unicodedata

LONGEST = 64
_SEPARATORS = re.compile(r"[\s.\-_/‐-―]+")
_GTIN_LENGTHS = {8, 12, 13, 14}


def code_key(text: str) -> str:
    """Codes as they are compared: ``wfk 100-a`` and ``WFK-100A`` are one, width and case play no part."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", text[: LONGEST * 2])).casefold()[:LONGEST]


def gtin_key(text: str) -> str:
    """A GTIN in 14 digits, however short it is printed; empty for what is none."""
    digits = code_key(text)
    return digits.zfill(14) if digits.isascii() and digits.isdigit() and len(digits) in _GTIN_LENGTHS else ""


def hs_key(text: str) -> str:
    """``9403.60`` -> ``940360``: two to twelve digits of a tariff code; empty for what is none."""
    digits = code_key(text)
    return digits if digits.isascii() and digits.isdigit() and 2 <= len(digits) <= 12 else ""


def may_be_code(text: str) -> bool:
    """Whether the whole of what was typed may be a code: it has a digit and is no longer than one."""
    key = code_key(text)
    return 3 <= len(key) < LONGEST and any(character.isdigit() for character in key)
