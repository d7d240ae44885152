"""``stockWriteOff`` and ``stockTransfer``; ``stockReceive`` is with the orders that may wait for what arrives."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller, own_variant, own_warehouse
from catalog.graphql.types.product_variant import ProductVariant
from catalog.stock.transfer import transfer_stock
from catalog.stock.write_off import write_off
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Int, Mutation, String

MOST = 1_000_000_000
LONGEST_REASON = 200


def pieces(quantity: int) -> int:
    """A number of pieces that can be moved; raises `InputError`."""
    if not 1 <= quantity <= MOST:
        message = _("This must be between %(least)s and %(most)s.")
        raise InputError(message, field="quantity", params={"least": 1, "most": MOST})
    return quantity


def reason_of(text: str | None, *, is_needed: bool = False) -> str:
    """On one line and bounded; raises `InputError`."""
    words = " ".join((text or "").split())
    if is_needed and not words:
        raise InputError(_("Say what happened to the pieces."), field="reason", code="REQUIRED")
    if len(words) > LONGEST_REASON:
        message = _("This text is too long: at most %(longest)s characters.")
        raise InputError(message, field="reason", params={"longest": LONGEST_REASON})
    return words


class StockWriteOff(Mutation):
    """Pieces are broken, spoilt or lost. For managers of the seller."""

    class Arguments:
        variant_id = ID(required=True)
        warehouse = ID(required=True)
        quantity = Int(required=True)
        reason = String(required=True, description="What happened to them.")

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = errors.STOCK_CODES
        known_errors = errors.STOCK

    product_variant = Field(ProductVariant)

    @classmethod
    def perform(cls, info: Any, *, variant_id: str, warehouse: str, quantity: int, reason: str) -> dict[str, Any]:
        variant = own_variant(info, variant_id, field="variant_id")
        place = own_warehouse(info, warehouse)
        told = reason_of(reason, is_needed=True)
        write_off(variant=variant, warehouse=place, quantity=pieces(quantity), reason=told, by=caller(info))
        return {"product_variant": variant}


class StockTransfer(Mutation):
    """Carry pieces from one warehouse to another; those that orders hold stay where they are. For managers."""

    class Arguments:
        variant_id = ID(required=True)
        from_warehouse = ID(required=True)
        to_warehouse = ID(required=True)
        quantity = Int(required=True)
        reason = String()

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = errors.STOCK_CODES
        known_errors = errors.STOCK

    product_variant = Field(ProductVariant)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        variant_id: str,
        from_warehouse: str,
        to_warehouse: str,
        quantity: int,
        reason: str | None = None,
    ) -> dict[str, Any]:
        variant = own_variant(info, variant_id, field="variant_id")
        source = own_warehouse(info, from_warehouse, field="from_warehouse")
        target = own_warehouse(info, to_warehouse, field="to_warehouse")
        if source.pk == target.pk:
            raise InputError(_("Choose another warehouse than the one they lie in."), field="to_warehouse")
        transfer_stock(
            variant=variant,
            source=source,
            target=target,
            quantity=pieces(quantity),
            by=caller(info),
            reason=reason_of(reason),
        )
        return {"product_variant": variant}
