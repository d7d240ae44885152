from typing import Any

from marketplace.graphql import ANYONE, ID, Field, Mutation, String
from orders.graphql.access import open_order, order_for
from orders.graphql.inputs.payment_data import PaymentDataInput
from orders.graphql.inputs.payment_data import payment_data as data_of
from orders.graphql.refusals import PAID
from orders.graphql.types.order import Order
from orders.payments.pay_again import pay_again


class OrderPay(Mutation):
    """Pay an order that is unpaid: with another card, or another way."""

    class Arguments:
        id = ID(required=True)
        token = String(description="For who is not signed in.")
        payment_gateway = String(required=True)
        payment_data = PaymentDataInput()

    class Meta:
        access = ANYONE
        creates = True
        error_codes = ("UNKNOWN_GATEWAY", "GATEWAY_UNAVAILABLE", "NOTHING_TO_PAY", "ALREADY_PAID", "NO_REFUND")
        known_errors = PAID
        atomic = False  # the payment commits before the gateway is asked for money
        cost = 20

    order = Field(Order)

    @classmethod
    def perform(
        cls, info: Any, *, id: str, payment_gateway: str, token: str | None = None, payment_data: Any = None
    ) -> dict[str, Any]:
        order, _by = order_for(info, id, token)
        paid = pay_again(
            order_id=order.pk, gateway_code=payment_gateway, data=data_of(payment_data), now=info.context.now
        )
        return {"order": open_order(info, paid)}
