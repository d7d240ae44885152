"""``prefix_digits``: the prefix that GS1 gives a company, and where it stands in the company's numbers."""

from __future__ import annotations

SHORTEST, LONGEST = 4, 12
_OPEN_TO_ALL = ("00000", "02", "04", "2")
"""Given to nobody: every company may number with them within its own walls."""
_LEADING = {"00": 1, "01": 1, "02": 1, "8003": 1, "8006": 1}
"""Keys with a digit before the prefix: an extension, an indicator, a zero."""
_WITHOUT = {"01": "000000"}
"""A GTIN of eight digits is given out one by one and begins with no company's prefix."""


class BadCompanyPrefix(ValueError):
    """No prefix that GS1 gives to a company."""

    def __init__(self, value: str) -> None:
        super().__init__(f"{value!r} is no company prefix")
        self.value = value


def prefix_digits(text: str) -> str:
    """4 to 12 digits, typed with or without spaces; raises `BadCompanyPrefix`."""
    digits = "".join(text.split())
    if not (digits.isascii() and digits.isdigit() and SHORTEST <= len(digits) <= LONGEST):
        raise BadCompanyPrefix(text)
    if digits.startswith(_OPEN_TO_ALL):
        raise BadCompanyPrefix(text)
    return digits


def possible_prefixes(ai: str, value: str) -> list[str]:
    """All that a key's value may begin with, the longest first; none for what carries no company's prefix."""
    if value.startswith(_WITHOUT.get(ai, "-")):
        return []
    body = value[_LEADING.get(ai, 0) :]
    return [body[:length] for length in range(min(LONGEST, len(body)), SHORTEST - 1, -1) if body[:length].isdigit()]


def gtin_has_prefix(gtin: str, prefix: str) -> bool:
    """Whether a GTIN of any length was made by the company of the prefix."""
    return prefix in possible_prefixes("01", gtin.zfill(14))
