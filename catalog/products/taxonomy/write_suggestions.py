"""Write which attributes a taxonomy's categories suggest. What people added to a category's list stays, at its end."""

from collections import defaultdict
from collections.abc import Sequence

from django.db import transaction

from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.category_attribute import CategoryAttribute
from catalog.products.category import Category
from catalog.products.taxonomy.record import Record
from catalog.products.taxonomy.report import Report

PEOPLES = 1000
"""Where the places of what people added begin."""


def write_suggestions(file: str, records: Sequence[Record], report: Report) -> None:
    """One batch, holding all that is said of its categories, in a transaction of its own."""
    with transaction.atomic():
        categories = _keys(Category, {record.above for record in records})
        attributes = _keys(Attribute, {record.reference for record in records})
        present = {
            (row.category_id, row.attribute_id): row
            for row in CategoryAttribute.objects.filter(category_id__in=categories.values())
        }
        fresh, moved = [], []
        places: dict[int, int] = defaultdict(int)
        for record in records:
            category, attribute = categories.get(record.above), attributes.get(record.reference)
            if category is None or attribute is None:
                missing = f"category {record.above}" if category is None else f"attribute {record.reference}"
                report.refuse(file, record, f"there is no {missing}")
                continue
            place, row = places[category], present.pop((category, attribute), None)
            places[category] += 1
            if row is None:
                fresh.append(CategoryAttribute(category_id=category, attribute_id=attribute, sort_order=place))
                report.count(record.kind, "created")
            elif row.sort_order != place:
                row.sort_order = place
                moved.append(row)
                report.count(record.kind, "updated")
            else:
                report.count(record.kind, "unchanged")
        others = [row for row in present.values() if row.category_id in places and row.sort_order < PEOPLES]
        for row in others:
            row.sort_order += PEOPLES
        CategoryAttribute.objects.bulk_update([*moved, *others], ["sort_order"], batch_size=200)
        CategoryAttribute.objects.bulk_create(fresh, batch_size=500, ignore_conflicts=True)


def _keys(model: type[Category] | type[Attribute], references: set[str]) -> dict[str | None, int]:
    rows = model._default_manager.filter(external_reference__in=references).order_by()
    return dict(rows.values_list("external_reference", "pk"))
