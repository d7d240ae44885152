"""A rule that holds from a day to a day, with the law it rests on and where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Provenance:
    """Both days are included. ``checked`` is false for a figure nobody compared with the official text."""

    effective_from: date
    effective_to: date | None
    legal_basis: str
    source: str
    source_date: date
    checked: bool
    rule: str = ""
    """Names the rule in an estimate: ``EU/duty/69120023/2022-01-01``, with ``@7`` behind it for edition 7."""

    def holds_on(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


def provenance(row: dict[str, Any]) -> Provenance:
    """Of a row of a TOML file; a row without one of the fields is a mistake and raises ``KeyError``."""
    return Provenance(
        effective_from=row["effective_from"],
        effective_to=row.get("effective_to"),
        legal_basis=row["legal_basis"],
        source=row["source"],
        source_date=row["source_date"],
        checked=row.get("checked", True),
    )
