"""Check all rows of an import against each other and against the catalogue, without changing either."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.products.bulk_import.category_names import CategoryNames
from catalog.products.bulk_import.existing import HOME, Existing, first_warehouse, load_existing
from catalog.products.bulk_import.models import ProductImport, ProductImportRow
from catalog.products.bulk_import.plan import Plan, plan_row
from catalog.products.bulk_import.row import RowData, check_row
from catalog.refusal import Problem
from catalog.stock.warehouse import Warehouse
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel


@dataclass(frozen=True, slots=True)
class Step:
    """A row that may be applied."""

    row: ProductImportRow
    data: RowData
    plan: Plan
    existing: Existing | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    steps: list[Step]
    channel: Channel | None
    warehouse: Warehouse | None


def evaluate(product_import: ProductImport, rows: Sequence[ProductImportRow], *, lock: bool = False) -> Evaluation:
    """Fill ``accepted``, ``action`` and ``errors`` of the rows (in memory); returns the rows that may be applied."""
    categories = CategoryNames()
    channel = Channel.objects.filter(slug=HOME).first()
    warehouse = first_warehouse(product_import.seller)
    checked = [
        (row, *check_row(row.values, source_language=product_import.source_language, categories=categories))
        for row in rows
    ]
    skus = {data.sku for _row, data, _problems in checked if data is not None}
    existing = load_existing(product_import.seller, skus, channel=channel, warehouse=warehouse, lock=lock)
    first_rows: dict[str, int] = {}
    steps = []
    for row, data, problems in checked:
        plan = None
        if data is not None:
            plan = plan_row(data, existing.get(data.sku))
            problems = [*plan.problems, *_duplicate(data, row, first_rows)]
        _record(row, plan, problems)
        if data is not None and plan is not None and not problems:
            steps.append(Step(row, data, plan, existing.get(data.sku)))
    return Evaluation(steps, channel, warehouse)


def _duplicate(data: RowData, row: ProductImportRow, first_rows: dict[str, int]) -> list[Problem]:
    first = first_rows.setdefault(data.sku, row.number)
    if first == row.number:
        return []
    message = _("Row %(row)s has the same SKU already.")
    return [Problem("sku", "DUPLICATE", message, {"row": first})]


def _record(row: ProductImportRow, plan: Plan | None, problems: Sequence[Problem]) -> None:
    row.accepted = not problems
    row.action = plan.action if plan is not None and not problems else None
    row.errors = [{"column": p.field, "code": p.code, "message": p.message, "params": dict(p.params)} for p in problems]
