"""What a row would change about an exhibitor that is there, field by field, as people read it."""

from typing import Any

from marketplace.expo.imports.directory import Directory
from marketplace.expo.imports.row import Change, Row
from marketplace.expo.imports.source import ExhibitorSource


def changes_of(row: Row, directory: Directory, *, listed_by: ExhibitorSource | None) -> list[Change]:
    """Nothing for a new firm, and nothing for one that is as the list says."""
    if row.existing is None:
        return []
    old = row.existing
    found = [
        Change(name, _words(getattr(old, name)), _words(value))
        for name, value in row.written.items()
        if getattr(old, name) != value
    ]
    if new := [booth.code for booth in row.booths if booth.exhibitor_id != old.pk]:
        found.append(Change("booth", "", ", ".join(new)))
    if row.seller is not None:
        found.append(Change("seller", "", row.seller.name))
    if listed_by is not None and directory.is_listed_otherwise(row):
        found.append(Change("source_id", directory.source_ids.get(old.pk, ""), row.source_id or listed_by.name))
    return found


def _words(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
