"""``Row``: a record of a list with its verdict."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from catalog.refusal import Problem
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.feed import Record
from marketplace.expo.hall import Booth


class RowAction(StrEnum):
    CREATE = "CREATE"
    UPDATE = "UPDATE"
    UNCHANGED = "UNCHANGED"
    ASK = "ASK"
    """It looks like a firm that is there already: nothing happens before a person has said so or not."""
    SKIP = "SKIP"
    """A person left it out."""


class KnownBy(StrEnum):
    SOURCE = "SOURCE"
    TAX_CODE = "TAX_CODE"
    WEBSITE = "WEBSITE"
    NAME = "NAME"
    DECISION = "DECISION"


@dataclass(frozen=True, slots=True)
class Change:
    """Of one field, from what the directory says to what the list says."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Similar:
    """A firm that a new one looks like: in the directory, or in an earlier row of the list."""

    name: str
    likeness: float
    exhibitor_id: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class SellerFound:
    """The seller of the marketplace that the firm is."""

    seller_id: int
    name: str
    reason: str
    """``TAX_CODE`` or ``WEBSITE``."""


@dataclass(slots=True)
class Row:
    """Refused when it has problems."""

    record: Record
    entry: dict[str, Any]
    source_id: str = ""
    booths: list[Booth] = field(default_factory=list)
    existing: Exhibitor | None = None
    known_by: KnownBy | None = None
    keeps_name: bool = False
    """Known by another spelling of its name: the directory's stays."""
    action: RowAction | None = None
    problems: list[Problem] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    similar: list[Similar] = field(default_factory=list)
    seller: SellerFound | None = None

    def refuse(self, problem: Problem) -> None:
        self.problems.append(problem)

    @property
    def written(self) -> dict[str, Any]:
        """The fields that the row sets."""
        return {name: value for name, value in self.entry.items() if not (name == "name" and self.keeps_name)}
