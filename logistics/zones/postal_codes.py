"""Whether a postal code is among those of a method's rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logistics.zones.postal_code_rule import PostalCodeRule

_PARTS = re.compile(r"\d+|[^\d ]+")
_UNDIVIDED = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})|(\d{3})(\d{4})")
"""British and Japanese codes as some type them."""
Key = tuple[tuple[int, int, str], ...]


def tidy_postal_code(text: str) -> str:
    """Upper case, one blank for blanks and hyphens, also where it was left out: ``bt95ab`` is ``BT9 5AB``."""
    tidy = re.sub(r"[\s-]+", " ", text.strip()).upper()
    undivided = _UNDIVIDED.fullmatch(tidy)
    return " ".join(filter(None, undivided.groups())) if undivided else tidy


def served(postal_code: str, rules: Iterable[PostalCodeRule]) -> bool:
    """An excluding rule always wins; where including rules exist, one of them has to hold the code.

    Without a code nothing can be excluded by it, and nothing included.
    """
    all_rules = list(rules)
    including = [rule for rule in all_rules if rule.inclusion_type == "INCLUDE"]
    excluding = [rule for rule in all_rules if rule.inclusion_type == "EXCLUDE"]
    if any(holds(rule.start, rule.end, postal_code) for rule in excluding):
        return False
    return not including or any(holds(rule.start, rule.end, postal_code) for rule in including)


def holds(start: str, end: str, postal_code: str) -> bool:
    """Numbers are compared as numbers and letters as letters, so that E2 lies before E10; both ends belong to it."""
    code, first, last = tidy_postal_code(postal_code), tidy_postal_code(start), tidy_postal_code(end)
    if not code:
        return False
    if not last:
        return _plain(code).startswith(_plain(first))
    return _key(first) <= _key(code) and (_key(code) <= _key(last) or _key(code)[: len(_key(last))] == _key(last))


def _key(code: str) -> Key:
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in _PARTS.findall(code))


def _plain(code: str) -> str:
    return code.replace(" ", "")
