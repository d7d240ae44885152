"""Ways of paying in the API."""

from typing import Any

from i18n.messages import gettext
from marketplace.channels.models import Channel
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
)
from orders.payments.gateway import Gateway


class GatewayConfigLine(ObjectType):
    """A fact about a way of paying."""

    class Meta:
        access = ANYONE

    field = Field(String, required=True)
    value = Field(String)


class PaymentGateway(ObjectType):
    """A way of paying."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True, description="For checkoutComplete and orderPay.")
    name = Field(String, required=True)
    description = Field(String, required=True)
    currencies = Field(List(NonNull(String)), required=True, description="Of the markets', those it takes.")
    config = Field(
        List(NonNull(GatewayConfigLine)), required=True, description="What a client has to know to offer it."
    )
    is_test = Field(Boolean, required=True, description="No money moves.")
    needs_card = Field(Boolean, required=True, description="It wants a card number in paymentData.")

    resolve_id = attribute("code")
    resolve_needs_card = attribute("needs_card")

    @staticmethod
    def resolve_currencies(gateway: Gateway, info: Any) -> list[str]:
        return [code for code in _channel_currencies(info) if gateway.accepts(code)]

    @staticmethod
    def resolve_config(gateway: Gateway, info: Any) -> list[dict[str, str]]:
        return [
            {"field": "isTest", "value": str(gateway.is_test).lower()},
            {"field": "needsCard", "value": str(gateway.needs_card).lower()},
        ]

    @staticmethod
    def resolve_name(gateway: Gateway, info: Any) -> str:
        return gettext(info.context.language, gateway.name)

    @staticmethod
    def resolve_description(gateway: Gateway, info: Any) -> str:
        return gettext(info.context.language, gateway.description)


def _channel_currencies(info: Any) -> list[str]:
    """Of the open markets, read once per request."""
    kept = info.context.cache
    if "orders.currencies" not in kept:
        kept["orders.currencies"] = sorted(set(Channel.objects.active().values_list("currency_code", flat=True)))
    found: list[str] = kept["orders.currencies"]
    return found
