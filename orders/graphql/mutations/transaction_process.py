from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, ID, JSON, Field, InputError, Mutation, String
from orders.graphql.access import key_of, role_in
from orders.graphql.inputs.gateway_to_initialize import gateway_data
from orders.graphql.refusals import PROVIDER
from orders.graphql.types.transaction import TransactionEvent, TransactionItem
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.settle import refresh_payment, settle_payment


class TransactionProcess(Mutation):
    """Go on with a payment after the buyer did what it wanted: its provider is asked how it stands."""

    class Arguments:
        id = ID(required=True)
        data = JSON(description="As for transactionInitialize.")
        customer_ip_address = String(description="Taken for clients that send it, and not used.")

    class Meta:
        access = ANYONE
        error_codes = ("GATEWAY_UNAVAILABLE",)
        known_errors = PROVIDER
        atomic = False  # the provider is asked outside any transaction
        cost = 20

    transaction = Field(TransactionItem)
    transaction_event = Field(TransactionEvent)
    data = Field(JSON)

    @classmethod
    def perform(cls, info: Any, *, id: str, data: Any = None, customer_ip_address: Any = None) -> dict[str, Any]:
        payment = _payment(info, id)
        if payment.status == PaymentStatus.PENDING:
            refresh_payment(payment_id=payment.pk)
            settle_payment(payment_id=payment.pk, data=gateway_data(data))
        payment = Payment.objects.select_related("order").get(pk=payment.pk)
        return {"transaction": payment, "transaction_event": payment, "data": dict(payment.client_data)}


def _payment(info: Any, global_id: str) -> Payment:
    """For whoever has the random id, unless the order belongs to another account."""
    found = Payment.objects.select_related("order").filter(pk=key_of(global_id, "TransactionItem")).first()
    if found is None or (found.order.user_id is not None and role_in(info, found.order) is None):
        raise InputError(_("There is no such payment."), field="id", code="NOT_FOUND")
    return found
