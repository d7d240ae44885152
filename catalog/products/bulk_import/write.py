"""The writing half of applying a batch: everything in bulk, in the transaction of its caller."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from catalog.products.approval import ProductApproval, ProductApprovalChange
from catalog.products.attributes.attribute import WRITTEN
from catalog.products.bulk_import.evaluate import Step
from catalog.products.bulk_import.lookups import Lookups
from catalog.products.bulk_import.models import RowAction
from catalog.products.bulk_import.save_columns import save_columns
from catalog.products.bulk_import.write_attributes import write_attributes
from catalog.products.bulk_import.write_prices import write_base_prices, write_prices
from catalog.products.changed import products_changed
from catalog.products.classification.record import record_hs_codes
from catalog.products.product import Product
from catalog.products.review import REVIEWED_FIELDS
from catalog.products.slug import unique_slugs
from catalog.products.translate import SUBJECT
from catalog.products.variant import ProductVariant
from catalog.stock.count import set_stocks
from catalog.stock.move import Why
from catalog.stock.movement import MovementKind
from i18n.store_translations import NewText, store_translations
from i18n.translate import original_hashes
from i18n.translation import TranslationSource
from marketplace.accounts.models import User

Written = list[tuple[Step, ProductVariant]]


def write_steps(lookups: Lookups, steps: Sequence[Step], by: User | None) -> None:
    """Bring the catalogue to what the rows say; rows that say nothing new touch nothing.

    New products are drafts. Changed texts of approved ones go back into review. One event tells of the whole batch.
    """
    working = [step for step in steps if step.plan.action != RowAction.UNCHANGED]
    _create_products(lookups, working, by)
    _update_products(working, by)
    pairs = [*_create_variants(lookups, working), *_update_variants(working)]
    write_prices(pairs, lookups)
    write_base_prices(pairs)
    _write_stocks(pairs, lookups, by)
    _write_texts(working)
    write_attributes(pairs)
    products_changed(_product(step).pk for step in working)
    for step in steps:
        step.row.product, step.row.applied = step.product, True


def _product(step: Step) -> Product:
    if step.product is None:
        raise LookupError(f"{step.row} has no product yet")
    return step.product


def _create_products(lookups: Lookups, steps: Sequence[Step], by: User | None) -> None:
    """One draft per row, or per group of rows: the first row that says something of the product counts."""
    groups: dict[tuple[str, int], list[Step]] = {}
    for step in steps:
        if step.product is None:
            groups.setdefault((step.row.group, 0 if step.row.group else step.row.number), []).append(step)
    facts = [_merged(group) for group in groups.values()]
    slugs = unique_slugs(fields["name"] for fields in facts)
    products = Product.objects.bulk_create(
        [Product(seller=lookups.seller, slug=slug, **fields) for fields, slug in zip(facts, slugs, strict=True)]
    )
    for group, product in zip(groups.values(), products, strict=True):
        for step in group:
            step.product = product
    _history(products, ProductApproval.DRAFT, by)
    record_hs_codes({product.pk: ("", product.hs_code) for product in products}, by=by)


def _merged(group: Sequence[Step]) -> dict[str, Any]:
    return {name: value for step in reversed(group) for name, value in step.plan.product.items()}


def _update_products(steps: Sequence[Step], by: User | None) -> None:
    changed: dict[int, Product] = {}
    codes: dict[int, str] = {}
    fields: set[str] = set()
    again: dict[int, Product] = {}
    for step in steps:
        product = _product(step)
        was_there = not step.plan.product.get("source_language")
        if step.plan.product and was_there:
            codes.setdefault(product.pk, product.hs_code)
            for name, value in step.plan.product.items():
                setattr(product, name, value)
            changed[product.pk] = product
            fields |= step.plan.product.keys()
        if product.approval == ProductApproval.APPROVED and _is_reviewed(step):
            product.approval = ProductApproval.PENDING
            again[product.pk] = changed[product.pk] = product
            fields.add("approval")
    if fields:
        save_columns(Product, list(changed.values()), fields)
        record_hs_codes({pk: (code, changed[pk].hs_code) for pk, code in codes.items()}, by=by)
    _history(list(again.values()), ProductApproval.PENDING, by)


def _is_reviewed(step: Step) -> bool:
    words = any(change.attribute.input_type in WRITTEN for change in step.plan.attributes)
    return words or bool(REVIEWED_FIELDS & step.plan.product.keys())


def _create_variants(lookups: Lookups, steps: Sequence[Step]) -> Written:
    new = [step for step in steps if step.existing is None]
    rows = [ProductVariant(product=_product(step), seller=lookups.seller, **step.plan.variant) for step in new]
    return list(zip(new, ProductVariant.objects.bulk_create(rows), strict=True))


def _update_variants(steps: Sequence[Step]) -> Written:
    pairs: Written = []
    fields: set[str] = set()
    for step in steps:
        if step.existing is not None:
            for name, value in step.plan.variant.items():
                setattr(step.existing.variant, name, value)
            fields |= step.plan.variant.keys()
            pairs.append((step, step.existing.variant))
    changed = [variant for step, variant in pairs if step.plan.variant]
    if fields:
        save_columns(ProductVariant, changed, fields)
    return pairs


def _history(products: Sequence[Product], approval: ProductApproval, by: User | None) -> None:
    now = timezone.now()
    ProductApprovalChange.objects.bulk_create(
        [ProductApprovalChange(product=product, approval=approval, by=by, at=now) for product in products]
    )


def _write_stocks(pairs: Written, lookups: Lookups, by: User | None) -> None:
    counts = {
        (warehouse or lookups.first_warehouse().pk, variant.pk): quantity
        for step, variant in pairs
        for warehouse, quantity in step.plan.stocks.items()
    }
    if counts:
        set_stocks(counts, why=Why(MovementKind.IMPORTED, by=by))


def _write_texts(steps: Sequence[Step]) -> None:
    texts = [(_product(step).pk, place, text) for step in steps for place, text in step.plan.texts.items()]
    if not texts:
        return
    names = sorted({name for _pk, (_language, name), _text in texts})
    hashes = original_hashes(SUBJECT, sorted({pk for pk, _place, _text in texts}), names)
    store_translations(
        [
            NewText(
                subject=SUBJECT,
                object_id=str(pk),
                field=name,
                language=language,
                text=text,
                source=TranslationSource.IMPORTED,
                source_hash=hashes.get((str(pk), name), ""),
            )
            for pk, (language, name), text in texts
        ]
    )
