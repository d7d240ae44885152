"""What an ALL_OR_NOTHING import would have to put back: the values that a row is about to change, as JSON."""

from decimal import Decimal
from typing import Any

from catalog.products.attributes.assigned import Assigned
from catalog.products.bulk_import.attribute_answers import Assignments
from catalog.products.bulk_import.evaluate import Step
from catalog.products.bulk_import.existing import Existing
from catalog.products.bulk_import.models import RowAction
from catalog.products.bulk_import.plan import Plan

Json = dict[str, Any]


def before_of(step: Step, assignments: Assignments) -> Json | None:
    """``None`` where there is nothing to put back. Call it before anything of the row is written."""
    plan, product = step.plan, step.product
    if plan.action == RowAction.UNCHANGED:
        return None
    if product is None:
        return {"new_product": True}
    facts: Json = {
        "product": _values(product, plan.product),
        "approval": product.approval,
        "texts": [[language, name, step.texts.get((language, name), "")] for language, name in plan.texts],
        "answers": _answers(step, assignments),
    }
    if step.existing is None:
        return {**facts, "new_variant": True}
    return {**facts, "variant": _values(step.existing.variant, plan.variant), **_offer(plan, step.existing)}


def _offer(plan: Plan, existing: Existing) -> Json:
    listings, tiers, stocks, base = existing.listings, existing.tiers, existing.stocks, existing.base_price
    changed = {**plan.prices, **plan.tiers}
    return {
        "prices": {pk: str(listings[pk].price_amount) if pk in listings else None for pk in changed},
        "tiers": {pk: [[number, str(amount)] for number, amount in tiers.get(pk, {}).items()] for pk in changed},
        "base_price": [[str(base.amount), base.currency] if base else None] if plan.base_price else [],
        "stocks": {pk: stocks[pk].quantity if pk in stocks else None for pk in plan.stocks},
    }


def _answers(step: Step, assignments: Assignments) -> list[list[Any]]:
    """Attribute, whether it is the variant's, and the rows that answered it."""
    found = []
    for change in step.plan.attributes:
        owner = step.existing.variant.pk if change.on_variant and step.existing else None
        present = assignments.variants if change.on_variant else assignments.products
        rows = present.get(owner or (step.product.pk if step.product else 0), {}).get(change.attribute.pk, [])
        found.append([change.attribute.pk, change.on_variant, [_row(row) for row in rows]])
    return found


def _row(row: Assigned) -> Json:
    return {
        "value_id": row.value_id,
        "number": _plain(row.number),
        "boolean": row.boolean,
        "date": row.date.isoformat() if row.date else None,
        "text": row.text,
    }


def _values(row: Any, changed: Json) -> Json:
    return {name: _plain(getattr(row, name)) for name in changed}


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Decimal) else value
