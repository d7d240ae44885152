"""Write a taxonomy's attributes and their values; what is there is found by external reference alone."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from catalog.products.attributes.attribute import SUBJECT as ATTRIBUTE
from catalog.products.attributes.attribute import Attribute, InputType
from catalog.products.attributes.attribute_value import SUBJECT as VALUE
from catalog.products.attributes.attribute_value import AttributeValue
from catalog.products.taxonomy.changes import Changes
from catalog.products.taxonomy.name_texts import store_names
from catalog.products.taxonomy.record import Record
from catalog.products.taxonomy.report import Report
from i18n.text import slugify

UNKNOWN = "it is not known yet, and there is no English name to create it with"
Memberships = dict[str, list[str]]
"""The attributes of each value, in the order they were stated."""
_TELL_VARIANTS_APART = frozenset({"color", "pattern", "size", "scent", "flavor"})


def write_attributes(file: str, records: Sequence[Record], report: Report, changes: Changes) -> None:
    """Create and update one batch of attributes, in a transaction of its own."""
    with transaction.atomic():
        present = {row.external_reference: row for row in _attributes(records)}
        fresh: dict[str, Attribute] = {}
        slugs = _Slugs(Attribute.objects.values_list("slug", flat=True))
        for record in records:
            row = present.get(record.reference)
            if record.reference in fresh:
                report.refuse(file, record, "it was there before")
            elif not record.reference or (row is None and "en" not in record.names):
                report.refuse(file, record, UNKNOWN)
            elif row is None:
                fresh[record.reference] = _new_attribute(record, slugs)
                report.count(record.kind, "created")
            elif _differs(row, record):
                row.save(update_fields=["name", "description"])
                changes.attributes.add(row.pk)
                report.count(record.kind, "updated")
            else:
                report.count(record.kind, "unchanged")
        Attribute.objects.bulk_create(fresh.values())
        rows = present | fresh
        named = [(rows[r.reference].pk, rows[r.reference].name, r.names) for r in records if r.reference in rows]
        changes.attributes |= store_names(ATTRIBUTE, named, report) - {row.pk for row in fresh.values()}


def _attributes(records: Sequence[Record]) -> Iterable[Attribute]:
    return Attribute.objects.filter(external_reference__in={record.reference for record in records})


def _new_attribute(record: Record, slugs: "_Slugs") -> Attribute:
    told_apart = record.reference in _TELL_VARIANTS_APART or record.reference.endswith("-size")
    return Attribute(
        slug=slugs.free(slugify(record.reference, "attribute", max_length=110)),
        name=record.names["en"][:200],
        description=record.description[:500],
        input_type=InputType.MULTISELECT,
        is_variant=told_apart,
        external_reference=record.reference[:120],
    )


def _differs(row: Attribute, record: Record) -> bool:
    name, about = record.names.get("en", row.name)[:200], record.description[:500] or row.description
    if (row.name, row.description) == (name, about):
        return False
    row.name, row.description = name, about
    return True


def write_values(
    file: str, records: Sequence[Record], memberships: Memberships, report: Report, changes: Changes
) -> None:
    """Create and update one batch of values, one for each attribute that offers it."""
    with transaction.atomic():
        pairs = [(record, owner) for record in records for owner in memberships.get(record.reference) or _owner(record)]
        owners = {row.external_reference: row for row in _owners(owner for _record, owner in pairs)}
        present = _values(records, owners.values())
        slugs = {row.pk: _Slugs(()) for row in owners.values()}
        for attribute_id, slug in AttributeValue.objects.filter(attribute_id__in=slugs).values_list(
            "attribute_id", "slug"
        ):
            slugs[attribute_id].add(slug)
        fresh: dict[tuple[int, str], AttributeValue] = {}
        for record, owner in pairs:
            attribute = owners.get(owner)
            if attribute is None:
                report.refuse(file, record, f"there is no attribute {owner or 'for it'}")
                continue
            key = (attribute.pk, record.reference)
            row = present.get(key)
            if key in fresh:
                report.refuse(file, record, "it was there before")
            elif row is None and "en" not in record.names:
                report.refuse(file, record, UNKNOWN)
            elif row is None:
                fresh[key] = _new_value(record, attribute, slugs[attribute.pk])
                report.count(record.kind, "created")
            elif row.name != record.names.get("en", row.name)[:200]:
                row.name = record.names["en"][:200]
                row.save(update_fields=["name"])
                changes.values.add(row.pk)
                report.count(record.kind, "updated")
            else:
                report.count(record.kind, "unchanged")
        AttributeValue.objects.bulk_create(fresh.values(), batch_size=500)
        _name_values(pairs, owners, present | fresh, report, changes, {row.pk for row in fresh.values()})


def _name_values(
    pairs: Sequence[tuple[Record, str]],
    owners: dict[str | None, Attribute],
    rows: dict[tuple[int, str], AttributeValue],
    report: Report,
    changes: Changes,
    fresh: set[int],
) -> None:
    named = []
    for record, owner in pairs:
        attribute = owners.get(owner)
        row = rows.get((attribute.pk, record.reference)) if attribute else None
        if row is not None:
            named.append((row.pk, row.name, record.names))
    changes.values |= store_names(VALUE, named, report) - fresh


def _owner(record: Record) -> list[str]:
    """The attribute in a value's handle, where no table says who offers it."""
    return [record.reference.partition("__")[0]]


def _owners(references: Iterable[str]) -> Iterable[Attribute]:
    return Attribute.objects.filter(external_reference__in=set(references))


def _values(records: Sequence[Record], owners: Iterable[Attribute]) -> dict[tuple[int, str], AttributeValue]:
    references = {record.reference for record in records}
    rows = AttributeValue.objects.filter(attribute__in=list(owners), external_reference__in=references)
    return {(row.attribute_id, row.external_reference or ""): row for row in rows}


def _new_value(record: Record, attribute: Attribute, slugs: "_Slugs") -> AttributeValue:
    word = record.reference.partition("__")[2] or record.reference
    return AttributeValue(
        attribute=attribute,
        slug=slugs.free(slugify(word, slugify(record.names["en"], "value"), max_length=110)),
        name=record.names["en"][:200],
        external_reference=record.reference[:160],
        sort_order=len(slugs) - 1,
    )


class _Slugs(set[str]):
    """The addresses taken in a table."""

    def free(self, wanted: str) -> str:
        """``wanted``, or with the first number that makes it free; it is taken from now on."""
        slug, number = wanted, 1
        while slug in self:
            number += 1
            slug = f"{wanted}-{number}"
        self.add(slug)
        return slug
