"""``import_taxonomy``: bring a published taxonomy's categories, attributes, values and suggestions into the catalogue.

1. Open the files, those with English names first, for only they can create.
2. Read the tree's shape (a few hundred kilobytes) and who offers which value; refuse cycles, gaps and a ninth level.
3. Write attributes, values, categories, suggestions, 500 records at a time, each batch in a transaction of its own: the
   marketplace goes on meanwhile, and an import that was killed is finished by running it again.
4. Tell the search of the products that show something changed; of none when nothing has changed.

What is there already is found by its external reference alone: a category that people named "Chairs" is never merged
with the taxonomy's. Translations that people wrote or reviewed stay.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path

from django.db import transaction

from catalog.products.changed import products_changed
from catalog.products.taxonomy.category_shape import Shape, shape_of
from catalog.products.taxonomy.changes import Changes
from catalog.products.taxonomy.distribution import JsonFile, TextList, open_distribution
from catalog.products.taxonomy.record import Kind, Record, UnreadableFile
from catalog.products.taxonomy.report import Report
from catalog.products.taxonomy.tables import Table, open_table
from catalog.products.taxonomy.write_attributes import Memberships, write_attributes, write_values
from catalog.products.taxonomy.write_categories import write_categories
from catalog.products.taxonomy.write_suggestions import write_suggestions

AT_ONCE = 500
File = Table | TextList | JsonFile
Progress = Callable[[str], None]


def import_taxonomy(
    paths: Sequence[Path], *, language: str | None = None, progress: Progress = lambda line: None
) -> Report:
    """Import the files together and say what was done. Raises `UnreadableFile` before anything was written."""
    files = sorted((_open(path, language) for path in paths), key=lambda file: "en" not in file.languages)
    report, changes = Report(), Changes()
    for file in files:
        report.skipped |= file.skipped
    memberships = _memberships(files)
    shape = shape_of(files)
    for file in files:
        for batch in _batches(file.records(Kind.ATTRIBUTE)):
            write_attributes(file.path.name, batch, report, changes)
    progress("attributes read")
    for file in files:
        for batch in _batches(file.records(Kind.VALUE)):
            write_values(file.path.name, batch, memberships, report, changes)
    progress("values read")
    for file in files:
        _categories(file, shape, report, changes)
    progress("categories read")
    for file in files:
        for batch in _by_category(file.records(Kind.SUGGESTION)):
            write_suggestions(file.path.name, batch, report)
    _tell(report, changes)
    return report


def _open(path: Path, language: str | None) -> File:
    if not path.is_file():
        raise UnreadableFile(path, "there is no such file")
    return open_table(path) if path.suffix == ".csv" else open_distribution(path, language)


def _memberships(files: Iterable[File]) -> Memberships:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for file in files:
        if not isinstance(file, TextList):
            for value, attribute in file.memberships():
                found[value][attribute] = None
    return {value: list(attributes) for value, attributes in found.items()}


def _categories(file: File, shape: Shape, report: Report, changes: Changes) -> None:
    later: list[Record] = []
    for batch in _batches(file.records(Kind.CATEGORY)):
        later += write_categories(file.path.name, batch, shape, report, changes)
    while later:
        waiting = write_categories(file.path.name, later, shape, report, changes)
        if len(waiting) == len(later):
            for record in waiting:
                report.refuse(file.path.name, record, f"the category {record.above} above it was refused")
            return
        later = waiting


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    stream = iter(records)
    while batch := list(islice(stream, AT_ONCE)):
        yield batch


def _by_category(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Batches that never divide what one category suggests."""
    batch: list[Record] = []
    for _category, group in groupby(records, key=attrgetter("above")):
        batch += group
        if len(batch) >= AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _tell(report: Report, changes: Changes) -> None:
    with transaction.atomic():
        affected = changes.products()
        report.products = len(affected)
        products_changed(affected)
