"""What applying a row would do to the catalogue."""

from dataclasses import dataclass, field
from typing import Any

from catalog.products.bulk_import.existing import Existing
from catalog.products.bulk_import.models import RowAction
from catalog.products.bulk_import.row import RowData
from catalog.refusal import Problem
from i18n.messages import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Plan:
    """The differences between the row and what is there."""

    action: RowAction
    product: dict[str, Any] = field(default_factory=dict)
    variant: dict[str, Any] = field(default_factory=dict)
    price: bool = False
    quantity: bool = False
    problems: tuple[Problem, ...] = ()


def plan_row(data: RowData, existing: Existing | None) -> Plan:
    """CREATE without a variant of that SKU, UNCHANGED when the row says nothing new, otherwise UPDATE.

    The language of a product that is there stays what it is.
    """
    if existing is None:
        return Plan(RowAction.CREATE, price=data.price is not None, quantity=data.quantity is not None)
    product = _differences(data.product, existing.variant.product, skip="source_language")
    variant = _differences(data.variant, existing.variant, skip="sku")
    price = data.price is not None and (existing.listing is None or existing.listing.price_amount != data.price)
    quantity = data.quantity is not None and (existing.stock is None or existing.stock.quantity != data.quantity)
    changed = bool(product or variant or price or quantity)
    return Plan(
        RowAction.UPDATE if changed else RowAction.UNCHANGED,
        product,
        variant,
        price,
        quantity,
        _problems(data, existing),
    )


def _differences(said: Any, row: object, *, skip: str) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name != skip and getattr(row, name) != value}


def _problems(data: RowData, existing: Existing) -> tuple[Problem, ...]:
    if data.price is not None and existing.dearest_tier is not None and data.price <= existing.dearest_tier:
        message = _("This price is not above the quantity prices you have given.")
        return (Problem("price", "INVALID", message),)
    allocated = existing.stock.quantity_allocated if existing.stock else 0
    if data.quantity is not None and data.quantity < allocated:
        message = _("The stock cannot be set below what orders hold: %(allocated)s.")
        return (Problem("quantity", "BELOW_ALLOCATED", message, {"allocated": allocated}),)
    return ()
