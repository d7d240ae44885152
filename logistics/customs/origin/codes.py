"""Tariff codes and the digits and ranges that rules name them by."""

from __future__ import annotations

from collections.abc import Iterable

CHAPTER, HEADING, SUBHEADING = 2, 4, 6


def fits(code: str, pattern: str) -> bool | None:
    """Whether ``code`` lies in ``9403`` or ``6401-6405``; ``None`` when the code is too short to tell.

    640690 against 64069030 is ``None``: the subheading holds both what the pattern means and other things.
    """
    first, _, last = pattern.partition("-")
    last = last or first
    start = code[: len(first)]
    if len(start) == len(first):
        return first <= start <= last
    return None if first[: len(start)] <= start <= last[: len(start)] else False


def fits_any(code: str, patterns: Iterable[str]) -> bool | None:
    """``True`` if one fits, ``None`` if none does and one cannot be told, else ``False``."""
    answers = {fits(code, pattern) for pattern in patterns}
    return True if True in answers else None if None in answers else False


def same_to(digits: int, one: str, other: str) -> bool | None:
    """Whether two codes agree in their first digits; ``None`` when one is too short and they agree so far."""
    length = min(len(one), len(other), digits)
    if one[:length] != other[:length]:
        return False
    return True if length == digits else None
