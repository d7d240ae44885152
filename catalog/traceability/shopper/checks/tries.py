"""How often a hidden number may be typed wrongly, and how it is written."""

from __future__ import annotations

from catalog.traceability.code import ALPHABET
from marketplace.sealed.fingerprint import fingerprint, fingerprints

MOST_WRONG = 5
"""A day and code. With 30 bits, trying them all would take half a million years; the owner can try again tomorrow."""
LENGTH = 6
_PURPOSE = "catalog.piece_pin"
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def normal_pin(text: str) -> str:
    """As it was made; the empty text for what cannot be one."""
    pin = text[: 4 * LENGTH].strip().upper().translate(_MISREAD)
    return pin if len(pin) == LENGTH and set(pin) <= set(ALPHABET) else ""


def hash_of(code: str, pin: str) -> str:
    return fingerprint(f"{code}\0{pin}", purpose=_PURPOSE)


def hashes_of(code: str, pin: str) -> list[str]:
    """Under every key of the deployment, for labels that were printed before a rotation."""
    return fingerprints(f"{code}\0{pin}", purpose=_PURPOSE)
