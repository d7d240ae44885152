"""Ways of paying in the API."""

from typing import Any

from i18n.messages import gettext
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    Field,
    ObjectType,
    String,
    attribute,
)
from orders.payments.gateway import Gateway


class PaymentGateway(ObjectType):
    """A way of paying."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True, description="For checkoutComplete and orderPay.")
    name = Field(String, required=True)
    description = Field(String, required=True)
    is_test = Field(Boolean, required=True, description="No money moves.")
    needs_card = Field(Boolean, required=True, description="It wants a card number in paymentData.")

    resolve_id = attribute("code")
    resolve_needs_card = attribute("needs_card")

    @staticmethod
    def resolve_name(gateway: Gateway, info: Any) -> str:
        return gettext(info.context.language, gateway.name)

    @staticmethod
    def resolve_description(gateway: Gateway, info: Any) -> str:
        return gettext(info.context.language, gateway.description)
