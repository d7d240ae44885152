"""Whom a source listed before and does not any more. They stay in the directory unless a person chooses otherwise."""

from collections.abc import Iterable

from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.imports.directory import Directory
from marketplace.expo.imports.row import Row


def missing_now(rows: Iterable[Row], directory: Directory) -> list[Exhibitor]:
    """A row with errors still tells that the source lists the firm."""
    still = {row.existing.pk for row in rows if row.existing is not None}
    gone = [directory.exhibitors[pk] for pk in directory.source_ids if pk not in still]
    return sorted(gone, key=lambda each: (each.name, each.pk))
