"""Finding what a transfer is for in what people and banks write."""

import re

from stdnum import iso11649

_ORDER = re.compile(r"BDM(\d{4})(\d{6})")
_CREDITOR = re.compile(r"RF\d{2}[0-9A-Z]{1,21}")
MOST = 20
"""A text that names more than this names nothing in particular."""


def order_numbers_in(text: str) -> list[str]:
    """``Thanh toan don hang bdm 2026-000123`` -> ``BDM-2026-000123``; banks drop and add blanks and signs."""
    found = [f"BDM-{year}-{number}" for year, number in _ORDER.findall(_bare(text))]
    return list(dict.fromkeys(found))[:MOST]


def creditor_references_in(text: str) -> list[str]:
    """References of ISO 11649 whose check digits are right, also inside other words: ``RF20BDM2026000123``."""
    found = []
    for start in (match.start() for match in re.finditer("RF", _bare(text))):
        longest = _CREDITOR.match(_bare(text)[start : start + 25])
        if longest is not None:
            found += _valid_starts(longest[0])
    return list(dict.fromkeys(found))[:MOST]


def _valid_starts(text: str) -> list[str]:
    """What follows a reference may have grown together with it: every beginning with right digits is a candidate."""
    lengths = range(len(text), 4, -1)
    return [text[:length] for length in lengths if iso11649.is_valid(text[:length])]


def _bare(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isascii() and sign.isalnum())
