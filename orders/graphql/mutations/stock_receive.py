"""``stockReceive``: with the orders, for some of them may wait for what arrives."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller, own_variant, own_warehouse
from catalog.graphql.mutations.stock_move import pieces, reason_of
from catalog.graphql.types.product_variant import ProductVariant
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Int, Mutation, String
from orders.allocation.serve_waiting import receive_made

LONGEST_REFERENCE = 120


class StockReceive(Mutation):
    """Pieces were made or have arrived; orders that wait for them are served at once. For managers of the seller."""

    class Arguments:
        variant_id = ID(required=True)
        warehouse = ID(required=True)
        quantity = Int(required=True)
        reason = String()
        reference = String(description="Of a delivery note, for instance.")

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
        warehouse: str,
        quantity: int,
        reason: str | None = None,
        reference: str | None = None,
    ) -> dict[str, Any]:
        variant = own_variant(info, variant_id, field="variant_id")
        receive_made(
            variant=variant,
            warehouse=own_warehouse(info, warehouse),
            quantity=pieces(quantity),
            by=caller(info),
            reason=reason_of(reason),
            reference=_reference(reference),
        )
        return {"product_variant": variant}


def _reference(text: str | None) -> str:
    words = " ".join((text or "").split())
    if len(words) > LONGEST_REFERENCE:
        message = _("This text is too long: at most %(longest)s characters.")
        raise InputError(message, field="reference", params={"longest": LONGEST_REFERENCE})
    return words
