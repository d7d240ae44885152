"""Write one attribute's answer into the rows of a product or a variant, changing as little as possible."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from catalog.products.attributes.answer import Answer
from catalog.products.attributes.assigned import Assigned
from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.attribute_file import store_file
from catalog.products.attributes.check_answer import Said
from i18n.translate import remove_translations


def write_answer(rows: Any, attribute: Attribute, answer: Answer, said: list[Said]) -> bool:
    """Make the attribute's rows say what was said; tells whether anything changed. Call it inside a transaction."""
    present = list(rows.filter(attribute=attribute).order_by("place"))
    if answer.keep_file and not said:
        return False
    if [_content(row) for row in present] == [_wanted(each) for each in said]:
        return False
    # A value that changes its place would meet itself in the unique index: start anew where values are picked.
    kept = [] if attribute.input_type == "MULTISELECT" else present[: len(said)]
    forget([row for row in present if row not in kept])
    for place, each in enumerate(said):
        row = kept[place] if place < len(kept) else rows.model(attribute=attribute, place=place)
        _fill(row, each)
        rows.add(row, bulk=False)
    return True


def forget(rows: Iterable[Assigned]) -> None:
    """Delete rows with their translations; files go when the transaction has committed."""
    for row in rows:
        remove_translations(subject=subject_of(row), object_ids=[row.pk])
        if row.file:
            transaction.on_commit(partial(default_storage.delete, row.file))
        row.delete()


def subject_of(row: Assigned) -> str:
    """What translations of the row's text are stored under."""
    return f"catalog.{type(row).__name__}"


def _content(row: Assigned) -> tuple[Any, ...]:
    return (row.value_id, row.number, row.boolean, row.date, row.text, bool(row.file))


def _wanted(said: Said) -> tuple[Any, ...]:
    if said.file is not None:
        return ("another file",)
    return (said.value and said.value.pk, said.number, said.boolean, said.date, said.text, False)


def _fill(row: Assigned, said: Said) -> None:
    row.value, row.number, row.boolean, row.date, row.text = said.value, said.number, said.boolean, said.date, said.text
    if said.file is None:
        return
    if row.file:
        transaction.on_commit(partial(default_storage.delete, row.file))
    row.file, row.file_name, row.content_type = store_file(said.file), said.file.name, said.file.content_type
