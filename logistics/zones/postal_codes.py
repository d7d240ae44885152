"""Whether a postal code is among those of a method's rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logistics.zones.postal_code_rule import PostalCodeRule

_PARTS = re.compile(r"\d+|\D+")
Key = tuple[tuple[int, int, str], ...]


def tidy_postal_code(text: str) -> str:
    """Upper case, without blanks and hyphens: ``1017 ab`` is ``1017AB``."""
    return re.sub(r"[\s-]", "", text).upper()


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
        return code.startswith(first)
    return _key(first) <= _key(code) <= _key(last) or (code.startswith(last) and _key(first) <= _key(code))


def _key(code: str) -> Key:
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in _PARTS.findall(code))
