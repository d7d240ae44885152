"""Write a taxonomy's categories; what is there is found by external reference alone, never by its name.

A batch is written level by level, so that a parent has its key before its children need it. Who comes before its parent
waits for the end. A category called like one that people made stands beside it, at an address of its own.
"""

from collections.abc import Sequence

from django.db import transaction

from catalog.products.categories import update_category
from catalog.products.category import MOST_LEVELS, SUBJECT, Category
from catalog.products.taxonomy.category_shape import Shape
from catalog.products.taxonomy.changes import Changes
from catalog.products.taxonomy.name_texts import store_names
from catalog.products.taxonomy.record import Record
from catalog.products.taxonomy.report import Report
from catalog.products.taxonomy.write_attributes import UNKNOWN
from catalog.refusal import Refused
from i18n.text import slugify

LONGEST_SLUG = 80
Rows = dict[str, Category]


def write_categories(
    file: str, records: Sequence[Record], shape: Shape, report: Report, changes: Changes
) -> list[Record]:
    """Create and update one batch, in a transaction of its own; returns those whose parent isn't there yet."""
    accepted = [record for record in records if _accepted(file, record, shape, report)]
    done: list[Record] = []
    later: list[Record] = []
    with transaction.atomic():
        wanted = {record.reference for record in accepted} | {record.above for record in accepted}
        rows = {row.external_reference or "": row for row in Category.objects.filter(external_reference__in=wanted)}
        before = {row.pk for row in rows.values()}
        for level in range(MOST_LEVELS):
            of_level = [record for record in accepted if shape.level(record.reference) == level]
            ready = [record for record in of_level if not record.above or record.above in rows]
            later += [record for record in of_level if record.above and record.above not in rows]
            _create(file, ready, rows, report)
            done += ready
        for record in done:
            if record.reference in rows and rows[record.reference].pk in before:
                _update(file, record, rows, report, changes)
        named = [(rows[r.reference].pk, rows[r.reference].name, r.names) for r in done if r.reference in rows]
        changes.categories |= store_names(SUBJECT, named, report) & before
    return later


def _accepted(file: str, record: Record, shape: Shape, report: Report) -> bool:
    problem = shape.level(record.reference) if record.reference else "it has no id"
    if isinstance(problem, str):
        report.refuse(file, record, problem)
    return not isinstance(problem, str)


def _create(file: str, records: Sequence[Record], rows: Rows, report: Report) -> None:
    fresh: Rows = {}
    missing = [record for record in records if record.reference not in rows]
    slugs = {record.reference: _slug(record) for record in missing}
    taken = set(Category.objects.filter(slug__in=slugs.values()).values_list("slug", flat=True))
    for record in missing:
        if record.reference in fresh:
            report.refuse(file, record, "it was there before")
        elif "en" not in record.names:
            report.refuse(file, record, UNKNOWN)
        else:
            slug = slugs[record.reference]
            slug = slug if slug not in taken else f"{slug}-{slugify(record.reference)}"[:120]
            taken.add(slug)
            fresh[record.reference] = _new(record, rows.get(record.above) if record.above else None, slug)
            report.count(record.kind, "created")
    Category.objects.bulk_create(fresh.values())
    rows |= fresh


def _slug(record: Record) -> str:
    return slugify(record.names.get("en", ""), "category", max_length=LONGEST_SLUG)


def _new(record: Record, parent: Category | None, slug: str) -> Category:
    return Category(
        slug=slug,
        name=record.names["en"][:200],
        parent=parent,
        level=0 if parent is None else parent.level + 1,
        external_reference=record.reference[:120],
    )


def _update(file: str, record: Record, rows: Rows, report: Report, changes: Changes) -> None:
    row = rows[record.reference]
    name = record.names.get("en", row.name)[:200]
    parent = rows.get(record.above) if record.above else None
    if row.name == name and row.parent_id == (parent.pk if parent else None):
        report.count(record.kind, "unchanged")
        return
    try:
        update_category(category=row, name=name, parent=parent)
    except Refused as refusal:
        report.refuse(file, record, str(refusal))
        return
    changes.categories.add(row.pk)
    report.count(record.kind, "updated")
