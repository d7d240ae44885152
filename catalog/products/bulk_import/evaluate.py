"""Check a batch of rows against each other and against the catalogue, without changing either."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.products.bulk_import.attribute_answers import load_assignments
from catalog.products.bulk_import.check import plan_row
from catalog.products.bulk_import.existing import Existing, load_existing, load_texts
from catalog.products.bulk_import.gates import hold_gates
from catalog.products.bulk_import.lookups import Lookups
from catalog.products.bulk_import.match_pictures import match_named, present_names
from catalog.products.bulk_import.models import ProductImportRow
from catalog.products.bulk_import.parse import Parsed, parse_row
from catalog.products.bulk_import.plan import Plan
from catalog.products.bulk_import.siblings import load_siblings
from catalog.products.product import Product
from catalog.refusal import Problem


@dataclass(slots=True)
class Step:
    """A row that may be applied."""

    row: ProductImportRow
    parsed: Parsed
    plan: Plan
    existing: Existing | None
    product: Product | None
    """The product it is about, unless it is still to be made."""
    texts: Mapping[tuple[str, str], str]
    """The product's translations as they are."""


def evaluate(lookups: Lookups, rows: Sequence[ProductImportRow], *, lock: bool = False) -> list[Step]:
    """Fill ``accepted``, ``action``, ``errors`` and what else is found out of the rows (in memory).

    Returns the rows that may be applied. The number of queries depends on which columns there are, not on the rows.
    """
    parsed = [parse_row(row.values) for row in rows]
    for row, said in zip(rows, parsed, strict=True):
        row.sku, row.group = said.sku[:64], said.group
    existing = load_existing(lookups, {row.sku for row in rows if row.sku}, lock=lock)
    siblings = load_siblings(lookups.product_import, rows, existing)
    products = {found.product.pk: found.product for found in existing.values()}
    products |= {product.pk: product for product in siblings.products.values()}
    texts = load_texts(products) if lookups.has_texts else {}
    if "attribute" in lookups.kinds:
        lookups.assignments = load_assignments(list(products), [found.variant.pk for found in existing.values()])
    pictures = present_names(products) if any(said.pictures for said in parsed) else {}
    steps = []
    for row, said in zip(rows, parsed, strict=True):
        found = existing.get(row.sku)
        product = siblings.product_of(row, found)
        known = texts.get(product.pk, {}) if product else {}
        is_first = siblings.is_first(row)
        plan = plan_row(said, lookups, existing=found, product=product, texts=known, is_first=is_first)
        plan.problems += siblings.problems(row, found)
        if said.pictures:
            plan.problems += match_named(lookups, row, said, pictures.get(product.pk, ()) if product else ())
        if not plan.problems:
            siblings.remember(row, found)
        row.product = product
        steps.append(Step(row, said, plan, found, product, known))
    hold_gates(steps)
    for step in steps:
        _record(step.row, step.plan, lookups.places)
    return [step for step in steps if step.row.accepted]


def _record(row: ProductImportRow, plan: Plan, places: Mapping[str, int]) -> None:
    """Errors stand in the order of the file's columns."""
    plan.problems.sort(key=lambda problem: places.get(problem.field or "", -1))
    row.accepted = not plan.problems
    row.action = plan.action if row.accepted else None
    row.errors = [_entry(problem) for problem in plan.problems]
    row.errors += [{**_entry(note), "note": True} for note in plan.notes]


def _entry(problem: Problem) -> dict[str, Any]:
    params = {name: value if isinstance(value, int) else str(value) for name, value in problem.params.items()}
    return {"column": problem.field, "code": problem.code, "message": problem.message, "params": params}
