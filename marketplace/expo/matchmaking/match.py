"""A match: how well two sides fit, and every reason for it with the figures behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

Row = TypeVar("Row")


class ReasonKind(StrEnum):
    EXHIBITS = "EXHIBITS"
    """Shows products of a category that is looked for."""
    SELLS = "SELLS"
    """Sells such products here, without showing them at the fair."""
    CATEGORY = "CATEGORY"
    """Names the category among its own in the directory."""
    SHIPS = "SHIPS"
    """Sells to the visitor's country."""
    LANGUAGE = "LANGUAGE"
    """Has texts in the visitor's language."""
    CERTIFICATES = "CERTIFICATES"
    """Has certificates that are in force."""


SUBJECT = frozenset({ReasonKind.EXHIBITS, ReasonKind.SELLS, ReasonKind.CATEGORY})
"""Without one of these a visitor who looks for something has no match."""
BASE = {
    ReasonKind.EXHIBITS: 30,
    ReasonKind.SELLS: 15,
    ReasonKind.CATEGORY: 20,
    ReasonKind.SHIPS: 10,
    ReasonKind.LANGUAGE: 8,
    ReasonKind.CERTIFICATES: 2,
}
EACH = {ReasonKind.EXHIBITS: 4, ReasonKind.SELLS: 2, ReasonKind.CERTIFICATES: 2}
MOST_COUNTED = 5
"""Of more products or certificates than this, the rest adds nothing."""


@dataclass(frozen=True, slots=True)
class Reason:
    """``points`` is what it adds to the score: its base, and so much for each of up to five."""

    kind: ReasonKind
    count: int = 0
    category_id: int | None = None
    code: str = ""
    """A country or a language."""
    schemes: Sequence[str] = ()

    @property
    def points(self) -> int:
        return BASE[self.kind] + EACH.get(self.kind, 0) * min(self.count, MOST_COUNTED)


@dataclass(frozen=True, slots=True)
class Match(Generic[Row]):
    row: Row
    score: int
    reasons: Sequence[Reason]


@dataclass(slots=True)
class Scores:
    """Reasons gathered by primary key."""

    reasons: dict[int, list[Reason]] = field(default_factory=dict)

    def add(self, found: Mapping[int, Sequence[Reason]]) -> None:
        for pk, reasons in found.items():
            self.reasons.setdefault(pk, []).extend(reasons)

    def best(self, most: int, *, needs_subject: bool) -> list[tuple[int, int, list[Reason]]]:
        """``(score, pk, reasons)`` of the best, equal scores by primary key; the strongest reason first."""
        kept = [
            (sum(reason.points for reason in reasons), pk, sorted(reasons, key=lambda reason: -reason.points))
            for pk, reasons in self.reasons.items()
            if not needs_subject or any(reason.kind in SUBJECT for reason in reasons)
        ]
        return sorted(kept, key=lambda entry: (-entry[0], entry[1]))[:most]
