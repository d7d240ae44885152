"""A parsed row against the catalogue: the checks of single edits, and what applying the row would change."""

from collections.abc import Callable, Mapping
from typing import Any

from catalog.products.bulk_import.attribute_answers import plan_attributes
from catalog.products.bulk_import.category_names import AMBIGUOUS
from catalog.products.bulk_import.check_prices import plan_prices
from catalog.products.bulk_import.existing import Existing
from catalog.products.bulk_import.lookups import Lookups
from catalog.products.bulk_import.models import RowAction
from catalog.products.bulk_import.parse import STORED_AS, Parsed
from catalog.products.bulk_import.plan import Plan
from catalog.products.description import sanitised
from catalog.products.fields import checked_product, checked_variant, one_line
from catalog.products.product import Product
from catalog.products.spreadsheet.guard import tidy
from catalog.products.translate import text_problems
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from i18n.text import fold

_COLUMN_OF = {stored: column for column, (stored, _kind) in STORED_AS.items()}
_PRODUCT_COLUMN = {"sample_price_amount": "sample_price", "sample_price_currency": "sample_price"}
_VARIANT_COLUMN = {**_COLUMN_OF, "name": "variant_name"}
_TWO_ANSWERS = _("Several categories are called “%(text)s”: write the path, such as Furniture > Tables.")
_NO_NAME = _("A product needs a name.")
_NO_SKU = _("Give every row an SKU of your own: it is how the next import finds the product again.")


def plan_row(
    parsed: Parsed,
    lookups: Lookups,
    *,
    existing: Existing | None,
    product: Product | None,
    texts: Mapping[tuple[str, str], str],
    is_first: bool,
) -> Plan:
    """CREATE without a variant of that SKU, UNCHANGED when the row says nothing new, otherwise UPDATE.

    ``product`` is the one that the row belongs to if it is there already, ``texts`` its translations; ``is_first`` says
    that no earlier row of its group will have made it. The language of a product that is there stays what it is.
    """
    plan = Plan(problems=list(parsed.problems))
    own = parsed.texts.pop(product.source_language if product else lookups.source_language, {})
    parsed.product = {**own, **parsed.product}
    if not parsed.sku:
        plan.problems.insert(0, Problem("sku", "REQUIRED", _NO_SKU))
    if product is None and is_first and not parsed.product.get("name"):
        plan.problems.append(Problem("name", "REQUIRED", _NO_NAME))
    _plan_product(plan, parsed, lookups, product)
    _plan_variant(plan, parsed, existing)
    plan_prices(plan, parsed, lookups, existing)
    _plan_stocks(plan, parsed, lookups, existing)
    _plan_texts(plan, parsed, texts)
    if parsed.attributes:
        plan_attributes(plan, parsed, lookups, product=product, variant=existing.variant if existing else None)
    if existing is None:
        plan.action = RowAction.CREATE
    elif plan.says_something_new:
        plan.action = RowAction.UPDATE
    return plan


def _plan_product(plan: Plan, parsed: Parsed, lookups: Lookups, product: Product | None) -> None:
    fields = dict(parsed.product)
    if product is None:
        fields["source_language"] = lookups.source_language
    given = len(plan.problems)
    clean = _collected(checked_product, fields, _PRODUCT_COLUMN, plan, current=product)
    if parsed.category:
        clean["category_id"] = _category(parsed.category, lookups, plan)
    if parsed.product_type:
        clean["product_type_id"] = _product_type(parsed.product_type, lookups, plan)
    if len(plan.problems) == given:
        plan.product = clean if product is None else differences(clean, product)


def _category(text: str, lookups: Lookups, plan: Plan) -> int | None:
    found = lookups.categories.find(text)
    if found is None:
        message = _("No category is called “%(text)s”.")
        plan.problems.append(Problem("category", "NOT_FOUND", message, {"text": text[:80]}))
    elif found == AMBIGUOUS:
        plan.problems.append(Problem("category", "AMBIGUOUS", _TWO_ANSWERS, {"text": text[:80]}))
    return found


def _product_type(text: str, lookups: Lookups, plan: Plan) -> int | None:
    found = lookups.product_types.get(text) or lookups.product_types.get(fold(text).strip())
    if found is None:
        message = _("No product type is called “%(text)s”.")
        plan.problems.append(Problem("product_type", "NOT_FOUND", message, {"text": text[:80]}))
    return found


def _plan_variant(plan: Plan, parsed: Parsed, existing: Existing | None) -> None:
    current = existing.variant if existing else None
    given = len(plan.problems)
    clean = _collected(checked_variant, parsed.variant, _VARIANT_COLUMN, plan, current=current)
    if len(plan.problems) == given:
        plan.variant = clean if current is None else differences(clean, current)


def _plan_stocks(plan: Plan, parsed: Parsed, lookups: Lookups, existing: Existing | None) -> None:
    for name, quantity in parsed.stocks.items():
        key = f"stock.{name}" if name else "quantity"
        warehouse = lookups.warehouse(name)
        if warehouse is None and name:
            message = _("You have no warehouse called “%(text)s”.")
            plan.problems.append(Problem(key, "NOT_FOUND", message, {"text": name[:80]}))
            continue
        stock = existing.stocks.get(warehouse.pk) if existing and warehouse else None
        if stock is not None and quantity < stock.quantity_allocated:
            message = _("The stock cannot be set below what orders hold: %(allocated)s.")
            plan.problems.append(Problem(key, "BELOW_ALLOCATED", message, {"allocated": stock.quantity_allocated}))
        elif stock is None or stock.quantity != quantity:
            plan.stocks[warehouse.pk if warehouse else 0] = quantity


def _plan_texts(plan: Plan, parsed: Parsed, texts: Mapping[tuple[str, str], str]) -> None:
    for language, fields in parsed.texts.items():
        clean = {name: sanitised(text) if name == "description" else one_line(text) for name, text in fields.items()}
        plan.problems += [
            Problem(f"{problem.field}.{language}", problem.code, problem.message, problem.params)
            for problem in text_problems(clean)
        ]
        for name, text in clean.items():
            if text and tidy(texts.get((language, name), "")) != tidy(text):
                plan.texts[language, name] = text


def differences(said: Mapping[str, Any], row: object) -> dict[str, Any]:
    """What differs; texts are compared as a file can hold them."""
    return {name: value for name, value in said.items() if not _same(getattr(row, name), value)}


def _same(before: Any, after: Any) -> bool:
    if isinstance(before, str) and isinstance(after, str):
        return before == after or tidy(before) == tidy(after)
    return bool(before == after)


def _collected(
    check: Callable[..., Any], fields: Any, columns: Mapping[str, str], plan: Plan, *, current: Any
) -> dict[str, Any]:
    try:
        return dict(check(fields, current=current))
    except Refused as refused:
        plan.problems += [
            Problem(columns.get(p.field or "", p.field), p.code, p.message, p.params) for p in refused.problems
        ]
        return {}
