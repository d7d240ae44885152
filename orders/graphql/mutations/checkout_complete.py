import decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.types.metadata import METADATA_ERRORS, MetadataInput, given_metadata
from marketplace.accounts.metadata import merged
from marketplace.graphql import ANYONE, Boolean, Decimal, Field, InputError, List, NonNull, String
from orders.checkout.complete import complete_checkout
from orders.checkout.pay import seen_total
from orders.graphql.access import completing_key, open_order, user_of
from orders.graphql.inputs.payment_data import PaymentDataInput
from orders.graphql.inputs.payment_data import payment_data as data_of
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.refusals import COMPLETE, COMPLETE_CODES, CheckoutError
from orders.graphql.types.order import Order as OrderType
from orders.models import Checkout, Order
from orders.payments.discovery import available_gateways
from orders.payments.latest import payment_of
from orders.payments.payment import PaymentStatus


class CheckoutComplete(CheckoutMutation):
    """Turn a basket into an order and pay it; or answer the order that transactionInitialize made of it.

    Without a way of paying nothing is placed, unless nothing is to be paid.
    Completing twice gives the same order. A total other than the accepted one is refused with PRICE_CHANGED and
    nothing is done. A card that is declined leaves an unpaid order, to be paid with orderPay.
    """

    class Arguments:
        payment_gateway = String(description="One of the basket's availablePaymentGateways.")
        payment_data = PaymentDataInput()
        accepted_total = Decimal(
            description="The gross total that the buyer was shown; without it, what the basket was last shown to cost."
        )
        metadata = List(NonNull(MetadataInput), description="Kept with the order.")

    class Meta:
        access = ANYONE
        creates = True
        error_type = CheckoutError
        error_codes = (*COMPLETE_CODES, "CHECKOUT_NOT_FULLY_PAID")
        known_errors = {**COMPLETE, **METADATA_ERRORS}
        atomic = False  # the order commits before the gateway is asked for money
        cost = 20

    order = Field(OrderType)
    order_token = Field(String, description="Opens the order for whoever has it: a guest keeps it.")
    confirmation_needed = Field(Boolean, description="The payment did not succeed; see the order's payment.")

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        id: str,
        payment_gateway: str | None = None,
        accepted_total: decimal.Decimal | None = None,
        payment_data: Any = None,
        metadata: list[Any] | None = None,
    ) -> dict[str, Any]:
        key = completing_key(info, id)
        _keep(key, given_metadata(metadata))
        order = Order.objects.filter(checkout_id=key).select_related("channel").first() if not payment_gateway else None
        if order is None:
            order = complete_checkout(
                checkout_id=key,
                gateway_code=payment_gateway or _for_nothing(key, info),
                payment_data=data_of(payment_data),
                accepted_total=seen_total(key, now=info.context.now) if accepted_total is None else accepted_total,
                now=info.context.now,
                user=user_of(info),
            )
        payment = payment_of(order.pk)
        return {
            "order": open_order(info, order),
            "order_token": order.token,
            "confirmation_needed": payment is not None and payment.status == PaymentStatus.FAILED,
        }


def _for_nothing(key: UUID, info: Any) -> str:
    """Any way of paying will do where nothing is to be paid. Raises `InputError` where something is."""
    checkout = Checkout.objects.select_related("channel").get(pk=key)
    offered = available_gateways(checkout.channel.currency_code, checkout.channel)
    if not offered or seen_total(key, now=info.context.now):
        message = _("Choose a way of paying first.")
        raise InputError(message, field="payment_gateway", code="CHECKOUT_NOT_FULLY_PAID")
    return offered[0].code


def _keep(key: UUID, texts: dict[str, str]) -> None:
    """With the basket, which hands them on to its order; an order that is there already keeps what it has."""
    if not texts:
        return
    with transaction.atomic():
        checkout = Checkout.objects.select_for_update().filter(pk=key).first()
        if checkout is not None:
            checkout.metadata = merged(checkout.metadata, texts)
            checkout.save(update_fields=["metadata"])
