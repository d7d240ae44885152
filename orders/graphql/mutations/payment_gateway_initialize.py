from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ANYONE,
    ID,
    JSON,
    Field,
    InputError,
    List,
    Mutation,
    NonNull,
    ObjectType,
    PositiveDecimal,
    String,
    shared_errors,
)
from orders.graphql.inputs.gateway_to_initialize import PaymentGatewayToInitialize
from orders.graphql.payable import payable
from orders.payments.discovery import available_gateways
from orders.payments.gateway import Gateway

_MOST = 20
PaymentGatewayConfigError = shared_errors("PaymentGatewayConfig", ())


class PaymentGatewayConfig(ObjectType):
    """What a client has to know to offer a way of paying."""

    class Meta:
        access = ANYONE

    id = Field(String, required=True)
    data = Field(JSON, description="isTest; needsCard: transactionInitialize wants a cardNumber.")
    errors = Field(List(NonNull(PaymentGatewayConfigError)))

    @staticmethod
    def resolve_id(gateway: Gateway, info: Any) -> str:
        return gateway.code

    @staticmethod
    def resolve_data(gateway: Gateway, info: Any) -> dict[str, bool]:
        return {"isTest": gateway.is_test, "needsCard": getattr(gateway, "needs_card", gateway.captures_at_once)}

    @staticmethod
    def resolve_errors(gateway: Gateway, info: Any) -> list[Any]:
        return []


class PaymentGatewayInitialize(Mutation):
    """What the ways of paying a basket or an order need. Nothing is stored and no money moves."""

    class Arguments:
        id = ID(required=True, description="A basket or an order.")
        amount = PositiveDecimal(description="Taken for clients that send it; no way of paying depends on it.")
        payment_gateways = List(NonNull(PaymentGatewayToInitialize), description="All there are unless said.")

    class Meta:
        access = ANYONE
        error_codes = ("UNKNOWN_GATEWAY",)
        cost = 5

    gateway_configs = Field(List(NonNull(PaymentGatewayConfig)))

    @classmethod
    def perform(
        cls, info: Any, *, id: str, amount: Any = None, payment_gateways: list[Any] | None = None
    ) -> dict[str, Any]:
        paying = payable(info, id)
        offered = {gateway.code: gateway for gateway in available_gateways(paying.currency, paying.channel)}
        if payment_gateways is None:
            return {"gateway_configs": list(offered.values())}
        wanted = [each["id"] for each in payment_gateways[:_MOST]]
        if any(code not in offered for code in wanted):
            message = _("This way of paying is not offered.")
            raise InputError(message, field="payment_gateways", code="UNKNOWN_GATEWAY")
        return {"gateway_configs": [offered[code] for code in wanted]}
