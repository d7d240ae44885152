"""What Saleor's clients read of a basket beside what ours read. The parents are `OpenCheckout`."""

from typing import Any

from i18n.graphql.types.money import Money
from i18n.money import Money as Amount
from marketplace.accounts.graphql.types.metadata import Metadata
from marketplace.accounts.graphql.types.user import User
from marketplace.graphql import ANYONE, ID, Boolean, Field, List, NonNull, ObjectType, String
from orders.checkout.combined_delivery import CombinedDelivery, chosen_delivery, combined_deliveries
from orders.graphql.open_checkout import OpenCheckout
from orders.graphql.types.charge_status import CheckoutAuthorizeStatusEnum, CheckoutChargeStatusEnum
from orders.graphql.types.shipping_method import Delivery, ShippingMethod


class GiftCard(ObjectType):
    """There are none on this marketplace; the type is for clients that ask."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    display_code = Field(String, required=True)
    current_balance = Field(Money, required=True)


class StorefrontCheckout(Metadata, ObjectType):
    """A basket with one delivery and one sum of discounts."""

    class Meta:
        access = ANYONE

    user = Field(User, description="Whose it is; readable for that person.")
    discount = Field(Money, required=True, description="What the voucher takes off.")
    voucher_code = Field(String)
    discount_name = Field(String)
    translated_discount_name = Field(String)
    gift_cards = Field(List(NonNull(GiftCard)), required=True, description="Always empty: there are none here.")
    is_shipping_required = Field(Boolean, required=True, description="True as soon as anything is in the basket.")
    delivery = Field(Delivery, description="The one chosen, once there is one for the goods of every seller.")
    shipping_methods = Field(
        List(NonNull(ShippingMethod)),
        required=True,
        size=5,
        description="For the goods of all sellers together; see groups for each seller's own.",
    )
    authorize_status = Field(CheckoutAuthorizeStatusEnum, required=True)
    charge_status = Field(CheckoutChargeStatusEnum, required=True)

    @staticmethod
    def resolve_user(basket: OpenCheckout, info: Any) -> Any:
        return basket.row.user

    @staticmethod
    def resolve_discount(basket: OpenCheckout, info: Any) -> Amount:
        return basket.priced.discount

    @staticmethod
    def resolve_voucher_code(basket: OpenCheckout, info: Any) -> str | None:
        return basket.row.voucher_code or None

    @staticmethod
    def resolve_discount_name(basket: OpenCheckout, info: Any) -> str | None:
        return basket.row.voucher_code or None

    @staticmethod
    def resolve_translated_discount_name(basket: OpenCheckout, info: Any) -> str | None:
        return basket.row.voucher_code or None

    @staticmethod
    def resolve_gift_cards(basket: OpenCheckout, info: Any) -> list[Any]:
        return []

    @staticmethod
    def resolve_is_shipping_required(basket: OpenCheckout, info: Any) -> bool:
        return bool(basket.priced.lines)

    @staticmethod
    def resolve_delivery(basket: OpenCheckout, info: Any) -> CombinedDelivery | None:
        return chosen_delivery(basket.priced)

    @staticmethod
    def resolve_shipping_methods(basket: OpenCheckout, info: Any) -> list[CombinedDelivery]:
        return combined_deliveries(basket.priced)

    @staticmethod
    def resolve_authorize_status(basket: OpenCheckout, info: Any) -> str:
        return _paid(basket)

    @staticmethod
    def resolve_charge_status(basket: OpenCheckout, info: Any) -> str:
        return _paid(basket)


def _paid(basket: OpenCheckout) -> str:
    return "FULL" if basket.priced.lines and not basket.priced.total.gross else "NONE"
