"""What keeps a row of a stock file from being written."""

from typing import Any

from catalog.stock.stock import Stock
from catalog.stock.warehouse import Warehouse
from i18n.messages import gettext_noop as _

MOST_PIECES = 1_000_000_000


def problem_of(
    row: dict[str, Any], *, place: Warehouse | None, stock: Stock | None, is_twice: bool
) -> dict[str, Any] | None:
    """The first thing wrong with it, or nothing. ``stock`` is what lies there now."""
    if not row["sku"]:
        return _said("sku", "REQUIRED", _("The SKU is missing."))
    if row["variant_id"] is None:
        return _said("sku", "NOT_FOUND", _("You have no variant with the SKU %(sku)s."), sku=row["sku"])
    if place is None or place.closed_at is not None:
        return _said("warehouse", "NOT_FOUND", _("You have no open warehouse of this name."))
    if row["quantity"] is None:
        return _said("quantity", "INVALID", _("“%(said)s” is not a number of pieces."), said=row["said"])
    if is_twice:
        return _said("sku", "UNIQUE", _("This SKU stands in the file twice for this warehouse."))
    if stock is not None and row["quantity"] < stock.quantity_allocated:
        message = _("The stock cannot be set below what orders hold: %(allocated)s.")
        return _said("quantity", "BELOW_ALLOCATED", message, allocated=stock.quantity_allocated)
    return None


def _said(field: str, code: str, message: str, **params: object) -> dict[str, Any]:
    return {"field": field, "code": code, "message": message, "params": params}
