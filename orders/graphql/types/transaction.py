"""Payments as Saleor's clients know them: transactions with what happened to them. The parents are payments."""

import enum
from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, ID, Enum, Field, List, NonNull, ObjectType, String, attribute
from orders.graphql.types.payment import failure_message
from orders.payments.payment import Payment, PaymentStatus
from orders.stored_money import stored


def _enum(name: str, values: tuple[str, ...], description: str) -> Enum:
    return Enum.from_enum(enum.StrEnum(name, {value: value for value in values}), description=description)


TransactionFlowStrategyEnum = _enum(
    "TransactionFlowStrategyEnum",
    ("AUTHORIZATION", "CHARGE"),
    "Whether money is reserved or charged at once. Here the way of paying decides it.",
)
TransactionActionEnum = _enum(
    "TransactionActionEnum", ("CHARGE", "REFUND", "CANCEL"), "What can be done with a transaction by whoever asks."
)
TransactionEventTypeEnum = _enum(
    "TransactionEventTypeEnum",
    (
        "AUTHORIZATION_SUCCESS",
        "CHARGE_SUCCESS",
        "CHARGE_FAILURE",
        "CHARGE_REQUEST",
        "CHARGE_ACTION_REQUIRED",
        "REFUND_SUCCESS",
    ),
    "What became of a payment; CHARGE_REQUEST while money is awaited, such as a transfer.",
)
_WORDS = {
    "AUTHORIZATION_SUCCESS": _("The amount is reserved."),
    "CHARGE_SUCCESS": _("The payment has arrived."),
    "CHARGE_FAILURE": _("The payment did not succeed."),
    "CHARGE_REQUEST": _("The payment is awaited."),
    "CHARGE_ACTION_REQUIRED": _("The payment has to be confirmed."),
    "REFUND_SUCCESS": _("The payment was paid back."),
}


def event_type_of(payment: Payment) -> str:
    """What last became of it."""
    match payment.status:
        case PaymentStatus.AUTHORIZED:
            return "AUTHORIZATION_SUCCESS"
        case PaymentStatus.CHARGED | PaymentStatus.PARTLY_CHARGED:
            return "CHARGE_SUCCESS"
        case PaymentStatus.FAILED:
            return "CHARGE_FAILURE"
        case PaymentStatus.REFUNDED:
            return "REFUND_SUCCESS"
    return "CHARGE_ACTION_REQUIRED" if payment.client_data else "CHARGE_REQUEST"


class TransactionEvent(ObjectType):
    """What became of a payment."""

    class Meta:
        access = ANYONE

    message = Field(String, required=True, description="For people.")
    type = Field(TransactionEventTypeEnum)
    amount = Field(Money, required=True)
    psp_reference = Field(String, required=True)

    resolve_amount = attribute("money")
    resolve_psp_reference = attribute("reference")

    @staticmethod
    def resolve_type(payment: Payment, info: Any) -> str:
        return event_type_of(payment)

    @staticmethod
    def resolve_message(payment: Payment, info: Any) -> str:
        if payment.status == PaymentStatus.FAILED:
            return failure_message(payment, info.context.language)
        return gettext(info.context.language, _WORDS[event_type_of(payment)])


class TransactionItem(ObjectType):
    """A payment of an order."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True, description="For transactionProcess. Whoever has it may go on with the payment.")
    name = Field(String, required=True, description="The gateway.")
    psp_reference = Field(String, required=True, description="What the provider calls it.")
    actions = Field(
        List(NonNull(TransactionActionEnum)), required=True, description="Always empty: these are for staff."
    )
    charged_amount = Field(Money, required=True)
    authorized_amount = Field(Money, required=True)
    refunded_amount = Field(Money, required=True)
    events = Field(List(NonNull(TransactionEvent)), required=True, size=1, description="What it came to.")

    resolve_name = attribute("gateway")
    resolve_psp_reference = attribute("reference")
    resolve_charged_amount = attribute("charged")
    resolve_authorized_amount = attribute("authorized")

    @staticmethod
    def resolve_refunded_amount(payment: Payment, info: Any) -> Any:
        return stored(payment.refunded_amount, payment.currency)

    @staticmethod
    def resolve_actions(payment: Payment, info: Any) -> list[str]:
        return []

    @staticmethod
    def resolve_events(payment: Payment, info: Any) -> list[Payment]:
        return [payment]
