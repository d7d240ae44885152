import decimal
from typing import Any

from marketplace.graphql import ANYONE, ID, Boolean, Decimal, Field, Mutation, String
from orders.checkout.complete import complete_checkout
from orders.graphql.access import completing_key, open_order, user_of
from orders.graphql.inputs.payment_data import PaymentDataInput
from orders.graphql.inputs.payment_data import payment_data as data_of
from orders.graphql.refusals import COMPLETE, COMPLETE_CODES
from orders.graphql.types.order import Order
from orders.models import Payment
from orders.payments.payment import PaymentStatus


class CheckoutComplete(Mutation):
    """Turn a basket into an order and pay it.

    Completing twice gives the same order. A total other than the accepted one is refused with PRICE_CHANGED and
    nothing is done. A card that is declined leaves an unpaid order, to be paid with orderPay.
    """

    class Arguments:
        id = ID(required=True)
        payment_gateway = String(required=True, description="One of the basket's availablePaymentGateways.")
        payment_data = PaymentDataInput()
        accepted_total = Decimal(required=True, description="The gross total that the buyer was shown.")

    class Meta:
        access = ANYONE
        error_codes = COMPLETE_CODES
        known_errors = COMPLETE
        atomic = False  # the order commits before the gateway is asked for money
        cost = 20

    order = Field(Order)
    order_token = Field(String, description="Opens the order for whoever has it: a guest keeps it.")
    confirmation_needed = Field(Boolean, description="The payment did not succeed; see the order's payment.")

    @classmethod
    def perform(
        cls, info: Any, *, id: str, payment_gateway: str, accepted_total: decimal.Decimal, payment_data: Any = None
    ) -> dict[str, Any]:
        order = complete_checkout(
            checkout_id=completing_key(info, id),
            gateway_code=payment_gateway,
            payment_data=data_of(payment_data),
            accepted_total=accepted_total,
            now=info.context.now,
            user=user_of(info),
        )
        payment = Payment.objects.filter(order=order).first()
        return {
            "order": open_order(info, order),
            "order_token": order.token,
            "confirmation_needed": payment is not None and payment.status == PaymentStatus.FAILED,
        }
