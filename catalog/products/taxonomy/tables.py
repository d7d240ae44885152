"""A taxonomy as four tables in CSV: categories, attributes, values, and which category suggests which attribute."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.products.taxonomy.record import Kind, Record, UnreadableFile, category_code, handle, language_of

_NOT_LANGUAGES = frozenset(
    {"id", "parent_id", "level", "attribute", "description_en", "used_by_categories", "values", "value", "category_id"}
)
Row = dict[str, str]
LONGEST_LINE = 1_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """One of the tables, told by its head."""

    path: Path
    columns: tuple[str, ...]

    @property
    def languages(self) -> frozenset[str]:
        return frozenset(code for name in self._named if (code := language_of(name)))

    @property
    def skipped(self) -> frozenset[str]:
        return frozenset(name for name in self._named if not language_of(name))

    @property
    def _named(self) -> list[str]:
        return [name for name in self.columns if name not in _NOT_LANGUAGES]

    def records(self, kind: Kind) -> Iterator[Record]:
        read = _READERS.get((self.columns[0], kind))
        return read(self._rows(), self._names) if read else iter(())

    def memberships(self) -> Iterator[tuple[str, str]]:
        """(value, attribute) of a table of attributes, which may share values."""
        if "values" in self.columns:
            for _number, row in self._rows():
                yield from ((handle(value), handle(row["attribute"])) for value in row["values"].split())

    def _rows(self) -> Iterator[tuple[int, Row]]:
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            try:
                for row in reader:
                    row.pop(None, None)  # where DictReader puts surplus cells
                    yield reader.line_num, row
            except (csv.Error, UnicodeDecodeError) as broken:
                raise UnreadableFile(self.path, str(broken)) from broken

    def _names(self, row: Row) -> dict[str, str]:
        return {code: row[name].strip() for name in self._named if (code := language_of(name)) and row[name].strip()}


Rows = Iterator[tuple[int, Row]]
Names = Callable[[Row], dict[str, str]]


def _categories(rows: Rows, names: Names) -> Iterator[Record]:
    for number, row in rows:
        above = category_code(row["parent_id"])
        yield Record(Kind.CATEGORY, category_code(row["id"]), number, names(row), above)


def _attributes(rows: Rows, names: Names) -> Iterator[Record]:
    for number, row in rows:
        about = row.get("description_en", "").strip()
        yield Record(Kind.ATTRIBUTE, handle(row["attribute"]), number, names(row), description=about)


def _values(rows: Rows, names: Names) -> Iterator[Record]:
    for number, row in rows:
        yield Record(Kind.VALUE, handle(row["value"]), number, names(row))


def _suggestions(rows: Rows, _names: Names) -> Iterator[Record]:
    for number, row in rows:
        yield Record(Kind.SUGGESTION, handle(row["attribute"]), number, above=category_code(row["category_id"]))


_READERS: dict[tuple[str, Kind], Callable[[Rows, Names], Iterator[Record]]] = {
    ("id", Kind.CATEGORY): _categories,
    ("attribute", Kind.ATTRIBUTE): _attributes,
    ("value", Kind.VALUE): _values,
    ("category_id", Kind.SUGGESTION): _suggestions,
}
_HEADS = ({"id", "parent_id", "en"}, {"attribute", "en"}, {"value", "en"}, {"category_id", "attribute"})


def open_table(path: Path) -> Table:
    """The table; raises `UnreadableFile` for another."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            columns = tuple(next(csv.reader([file.readline(LONGEST_LINE)]), ()))
    except (OSError, UnicodeDecodeError, csv.Error) as broken:
        raise UnreadableFile(path, str(broken)) from broken
    if not any(head <= set(columns) for head in _HEADS) or columns[0] not in {first for first, _kind in _READERS}:
        raise UnreadableFile(path, "its head is none of a taxonomy's tables")
    return Table(path, columns)
