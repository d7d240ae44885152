"""``trace``: what a code says about the thing it is on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from catalog.traceability.code import normalise
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.step import TraceStep

if TYPE_CHECKING:
    from catalog.products.product import Product
    from catalog.products.variant import ProductVariant
    from marketplace.sellers.models import Seller


@dataclass(frozen=True, slots=True)
class Trace:
    """The answer to a code that exists. A voided one is said to be so, and shows no history to lean on."""

    code: str
    is_active: bool
    voided_at: datetime | None
    void_reason: str
    created_at: datetime
    lot: Lot
    variant: ProductVariant
    product: Product
    seller: Seller
    steps: tuple[TraceStep, ...]


def trace(code: str) -> Trace | None:
    """What is known of a typed or scanned code; ``None`` when no such code was ever made. Two queries at most.

    Goods that were sold can be traced for ever: whether the product is still offered does not matter.
    """
    normal = normalise(code)
    if normal is None:
        return None
    found = TraceCode.objects.select_related("lot__variant__product__seller").filter(pk=normal).first()
    if found is None:
        return None
    lot = found.lot
    steps = tuple(lot.steps.standing()) if found.is_active else ()
    return Trace(
        code=found.code,
        is_active=found.is_active,
        voided_at=found.voided_at,
        void_reason=found.void_reason,
        created_at=found.created_at,
        lot=lot,
        variant=lot.variant,
        product=lot.variant.product,
        seller=lot.variant.product.seller,
        steps=steps,
    )
