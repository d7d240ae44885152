"""Answers to attributes of a batch. A text that changes keeps its row, and with it its translations."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from catalog.products.attributes.assigned import Assigned, ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.check_answer import Said
from catalog.products.bulk_import.attribute_answers import AttributeChange
from catalog.products.bulk_import.evaluate import Step
from catalog.products.bulk_import.save_columns import save_columns
from catalog.products.variant import ProductVariant
from i18n.translate import remove_translations

_COLUMNS = ("value", "number", "boolean", "date", "text")
Change = tuple[int, AttributeChange]
"""The id of the product or variant, and what it answers now."""


def write_attributes(pairs: Sequence[tuple[Step, ProductVariant]]) -> None:
    """As `catalog.products.attributes.set_attributes.set_attributes` does for one."""
    own: dict[tuple[int, int], AttributeChange] = {}
    of_variants: list[Change] = []
    for step, variant in pairs:
        for change in step.plan.attributes:
            if change.on_variant:
                of_variants.append((variant.pk, change))
            else:
                own[variant.product_id, change.attribute.pk] = change
    _write(ProductAttributeValue, "product_id", [(pk, change) for (pk, _attribute), change in own.items()])
    _write(VariantAttributeValue, "variant_id", of_variants)


def _write(model: type[Assigned], owner: str, changes: Sequence[Change]) -> None:
    if not changes:
        return
    rows = _present(model, owner, changes)
    kept: list[Assigned] = []
    gone: list[Assigned] = []
    new: list[Assigned] = []
    for pk, change in changes:
        present = rows[pk, change.attribute.pk]
        same = present[:1] if len(present) == len(change.said) == 1 else []
        gone += present[len(same) :]
        kept += [_filled(row, said) for row, said in zip(same, change.said, strict=False)]
        new += [
            _filled(model(**{owner: pk}, attribute=change.attribute, place=place), said)
            for place, said in enumerate(change.said)
            if place >= len(same)
        ]
    _forget(model, [row.pk for row in gone])
    manager: Any = model._default_manager
    if kept:
        save_columns(model, kept, _COLUMNS)
    manager.bulk_create(new)


def _present(model: type[Assigned], owner: str, changes: Iterable[Change]) -> dict[tuple[int, int], list[Assigned]]:
    found: dict[tuple[int, int], list[Assigned]] = defaultdict(list)
    wanted = list(changes)
    manager: Any = model._default_manager
    rows = manager.filter(
        **{f"{owner}__in": {pk for pk, _change in wanted}},
        attribute__in={change.attribute.pk for _pk, change in wanted},
    )
    for row in rows.order_by("place"):
        found[getattr(row, owner), row.attribute_id].append(row)
    return found


def _forget(model: type[Assigned], ids: Sequence[int]) -> None:
    """Files are no part of imports: only rows and their translations go."""
    if ids:
        remove_translations(subject=f"catalog.{model.__name__}", object_ids=ids)
        manager: Any = model._default_manager
        manager.filter(pk__in=ids).delete()


def _filled(row: Assigned, said: Said) -> Assigned:
    for name in _COLUMNS:
        setattr(row, name, getattr(said, name))
    return row
