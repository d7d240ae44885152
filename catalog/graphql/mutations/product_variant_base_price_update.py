"""``productVariantBasePriceUpdate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_variant
from catalog.graphql.mutations.product_variant_channel_listing_update import PriceTierInput, tier_pairs
from catalog.graphql.types.product_variant import ProductVariant
from catalog.pricing.set_base_price import remove_base_price, set_base_price
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    String,
)


class BasePriceInput(InputObjectType):
    """What the seller reckons in. Prices that follow it are reckoned again at once."""

    price = Decimal(description="Of one piece; null forgets the base price, and what followed it stays as it is.")
    currency = String(description="ISO 4217; needed with a price.")
    tiers = List(NonNull(PriceTierInput), description="Replaces all; none when left out.")


class ProductVariantBasePriceUpdate(Mutation):
    """Set the price that prices in other currencies are derived from. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        input = BasePriceInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    variant = Field(ProductVariant)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        variant = own_variant(info, id)
        if input.get("price") is None:
            remove_base_price(variant=variant)
            return {"variant": variant}
        if not input.get("currency"):
            raise InputError(_("Say in which currency the base price is."), field="currency", code="REQUIRED")
        tiers = tier_pairs(input.get("tiers") or [])
        set_base_price(variant=variant, price=input["price"], currency=input["currency"].upper()[:3], tiers=tiers)
        return {"variant": variant}
