"""``productVariantStocksUpdate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller, own_variant, own_warehouse
from catalog.graphql.inputs import each_once
from catalog.graphql.mutations.stock_move import reason_of
from catalog.graphql.types.product_variant import ProductVariant
from catalog.stock.count import set_stock
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, InputObjectType, Int, List, Mutation, NonNull, String

MOST = 1_000_000_000


class StockInput(InputObjectType):
    """A count."""

    warehouse = ID(required=True)
    quantity = Int(required=True, description="Pieces on the shelf, with what orders hold.")


class ProductVariantStocksUpdate(Mutation):
    """Say how many pieces lie where. For managers of the seller."""

    class Arguments:
        variant_id = ID(required=True)
        stocks = NonNull(List(NonNull(StockInput)))
        reason = String(description="Kept with the movement, where the count differs from what was known.")

    class Meta:
        access = SIGNED_IN
        error_codes = errors.STOCK_CODES
        known_errors = errors.STOCK

    product_variant = Field(ProductVariant)

    @classmethod
    def perform(cls, info: Any, *, variant_id: str, stocks: Any, reason: str | None = None) -> dict[str, Any]:
        variant = own_variant(info, variant_id, field="variant_id")
        told = reason_of(reason)
        each_once((entry["warehouse"] for entry in stocks), field="stocks")
        for entry in sorted(stocks, key=lambda entry: entry["warehouse"]):
            if not 0 <= entry["quantity"] <= MOST:
                message = _("This must be between %(least)s and %(most)s.")
                raise InputError(message, field="quantity", params={"least": 0, "most": MOST})
            warehouse = own_warehouse(info, entry["warehouse"])
            set_stock(variant=variant, warehouse=warehouse, quantity=entry["quantity"], by=caller(info), reason=told)
        return {"product_variant": variant}
