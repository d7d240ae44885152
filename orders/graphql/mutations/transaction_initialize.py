from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, ID, JSON, Field, InputError, Mutation, PositiveDecimal, String
from orders.checkout.pay import pay_checkout, pay_rest
from orders.graphql.access import user_of
from orders.graphql.inputs.gateway_to_initialize import PaymentGatewayToInitialize, gateway_data
from orders.graphql.payable import Payable, payable
from orders.graphql.refusals import COMPLETE, COMPLETE_CODES, PAID
from orders.graphql.types.transaction import TransactionEvent, TransactionFlowStrategyEnum, TransactionItem
from orders.lifecycle.order import Order
from orders.payments.latest import latest_payment


class TransactionInitialize(Mutation):
    """Pay a basket or an order. Paying a basket places its order, which checkoutComplete then answers.

    Without an amount the buyer agrees to what the basket was last shown to cost; with another amount than it costs
    nothing is done. A payment that failed is tried again with the same id.
    """

    class Arguments:
        id = ID(required=True, description="A basket or an order.")
        payment_gateway = PaymentGatewayToInitialize(required=True)
        amount = PositiveDecimal(description="The gross total that the buyer was shown. It is always paid whole.")
        action = TransactionFlowStrategyEnum(description="Taken for clients that send it; the way of paying decides.")
        customer_ip_address = String(description="Taken for clients that send it, and not used.")

    class Meta:
        access = ANYONE
        creates = True
        error_codes = (*COMPLETE_CODES, "NOTHING_TO_PAY", "ALREADY_PAID", "NO_REFUND")
        known_errors = {**COMPLETE, **PAID}
        atomic = False  # the order commits before the gateway is asked for money
        cost = 20

    transaction = Field(TransactionItem)
    transaction_event = Field(TransactionEvent)
    data = Field(JSON, description="What the browser needs to go on with the way of paying.")

    @classmethod
    def perform(cls, info: Any, *, id: str, payment_gateway: Any, amount: Any = None, **_taken: Any) -> dict[str, Any]:
        data = gateway_data(payment_gateway.get("data"))
        order = _pay(info, payable(info, id), payment_gateway["id"], data, amount)
        payment = latest_payment(order)
        if payment is None:
            raise InputError(_("Nothing is to be paid for this order."), field="id", code="NOTHING_TO_PAY")
        return {"transaction": payment, "transaction_event": payment, "data": dict(payment.client_data)}


def _pay(info: Any, wanted: Payable, gateway: str, data: dict[str, str], amount: Any) -> Order:
    if wanted.order is not None:
        return pay_rest(wanted.order, gateway_code=gateway, data=data, now=info.context.now)
    if wanted.checkout_id is None:
        raise InputError(_("There is no such basket."), field="id", code="NOT_FOUND")
    return pay_checkout(
        checkout_id=wanted.checkout_id,
        gateway_code=gateway,
        data=data,
        agreed_total=amount,
        now=info.context.now,
        user=user_of(info),
    )
