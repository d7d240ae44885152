"""What a rule asks of the materials that do not originate, parsed from the notation of ``README.md``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from logistics.customs.origin.codes import CHAPTER, HEADING, SUBHEADING

DIGITS = {"CC": CHAPTER, "CTH": HEADING, "CTSH": SUBHEADING}
BUILD_DOWN, BUILD_UP, MAX_NON_ORIGINATING = "RVC-BD", "RVC-BU", "MAXNOM"


@dataclass(frozen=True, slots=True)
class Change:
    """Another code than the product's in the first ``digits``, and none of ``without``. No digits: only the latter."""

    digits: int
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueShare:
    """A share of the price: ``kind`` says of what and whether ``percent`` is the least or the most."""

    kind: str
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Process:
    """A working process that no list of materials shows."""


Criterion = Change | ValueShare | Process


class BadRule(ValueError):
    """The text is no rule of the notation."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is not a rule of origin")
        self.text = text


def parse_way(text: str) -> tuple[Criterion, ...]:
    """``CTH EX 6406 + RVC-BU 45`` -> both, in order; raises ``BadRule``."""
    return tuple(_criterion(part.strip()) for part in text.split("+"))


def _criterion(text: str) -> Criterion:
    if text == "PROCESS":
        return Process()
    if found := re.fullmatch(r"(CC|CTH|CTSH)(?: EX ([\d,-]+))?", text):
        return Change(DIGITS[found[1]], tuple(found[2].split(",")) if found[2] else ())
    if found := re.fullmatch(r"WITHOUT ([\d,-]+)", text):
        return Change(0, tuple(found[1].split(",")))
    if found := re.fullmatch(r"(RVC-BD|RVC-BU|MAXNOM) (\d{1,3}(?:\.\d+)?)", text):
        return ValueShare(found[1], Decimal(found[2]))
    raise BadRule(text)
