"""Answers to attributes as cells that the import reads back."""

from collections.abc import Sequence

from catalog.products.attributes.assigned import Assigned
from catalog.products.attributes.attribute import WITH_CHOICES, Attribute, InputType
from catalog.products.attributes.unit import Unit
from catalog.products.bulk_export.names import Names
from catalog.products.bulk_export.sheet import Cell, plain_number
from catalog.products.bulk_import.attribute_answers import SEPARATOR
from catalog.products.spreadsheet.units import WRITTEN


def answer_cell(attribute: Attribute, rows: Sequence[Assigned], names: Names) -> Cell:
    """``None`` when nothing is said, or a file."""
    if not rows:
        return None
    if attribute.input_type in WITH_CHOICES:
        return SEPARATOR.join(names.value(attribute, row.value) for row in rows if row.value is not None)
    [row, *_others] = rows
    if attribute.input_type == InputType.NUMERIC and row.number is not None:
        unit = WRITTEN[Unit(attribute.unit)][0] if attribute.unit else ""
        return f"{plain_number(row.number)} {unit}".strip()
    if attribute.input_type == InputType.BOOLEAN:
        return names.flag(bool(row.boolean))
    if attribute.input_type == InputType.DATE:
        return row.date.isoformat() if row.date else None
    return row.text or None
