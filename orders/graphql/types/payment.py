"""Payments in the API."""

from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.customs.documents.payment_qr import payment_qr_svg
from marketplace.graphql import ANYONE, Boolean, Date, DateTime, Enum, Field, ObjectType, String, attribute, batch
from orders.payments import payment as stored
from orders.payments.discovery import gateway_of
from orders.payments.gateway import BankTransferInstructions as Instructions
from orders.payments.payment_event import PaymentEvent, PaymentEventType
from orders.payments.request import instructions_for
from orders.stored_money import stored as stored_money

PaymentStatus = Enum.from_enum(
    stored.PaymentStatus,
    name="PaymentStatus",
    description="PENDING until money has arrived; AUTHORIZED is reserved, and charged when goods leave; FAILED may be"
    " tried again.",
)
_FAILURES = {
    "CARD_DECLINED": _("The card was declined."),
    "CARD_NUMBER_INVALID": _("This is not a card number."),
    "CARD_EXPIRED": _("The card has expired."),
    "CARD_DETAILS_WRONG": _("The card's details are not right. Please check the number, date and security code."),
    "INSUFFICIENT_FUNDS": _("There is not enough money for it. Please use another card, or ask your bank."),
    "AUTHENTICATION_FAILED": _("Your bank did not confirm that it was you. Please try again."),
    "TRY_AGAIN": _("The bank could not answer. Please try again in a few minutes."),
    "TRY_ANOTHER_CARD": _("This card was tried too often. Please use another one."),
    "NOT_PAID_IN_TIME": _("It was not paid in time. You can begin anew."),
    "AMOUNT_TOO_SMALL": _("The amount is too small for this way of paying."),
    "AMOUNT_TOO_LARGE": _("The amount is too large for this way of paying."),
}
_FAILED = _("The payment did not succeed.")


def client_datum(name: str) -> Any:
    """One of the texts that a gateway left for the buyer's browser."""

    def resolve(data: dict[str, str], info: Any) -> str | None:
        return data.get(name) or None

    return staticmethod(resolve)


PaymentQrKind = Enum(
    "PaymentQrKind",
    [("VIETQR", "VIETQR"), ("EPC", "EPC")],
    description="VIETQR is read by banking apps in Vietnam, EPC by those of the European payments area.",
)


class PaymentQr(ObjectType):
    """A QR code that fills in the transfer in a banking app: account, amount and reference."""

    class Meta:
        access = ANYONE

    kind = Field(PaymentQrKind, required=True)
    text = Field(String, required=True, description="What the code says.")
    svg = Field(String, required=True, description="The code as a picture, black on white with its quiet zone.")


class BankTransferInstructions(ObjectType):
    """Where to transfer how much, and what to write on it."""

    class Meta:
        access = ANYONE

    bank_name = Field(String, required=True)
    account_holder = Field(String, required=True)
    account_number = Field(String, required=True, description="An IBAN where the bank's country has them.")
    bic = Field(String, required=True)
    reference = Field(String, required=True, description="Structured creditor reference, ISO 11649.")
    amount = Field(Money, required=True)
    due_on = Field(Date, required=True)
    is_demonstration = Field(Boolean, required=True, description="The account does not exist: do not pay.")
    qr = Field(PaymentQr, description="Where banks of this currency have one.")

    @staticmethod
    def resolve_qr(pay: Instructions, info: Any) -> dict[str, str] | None:
        if not pay.qr_kind:
            return None
        return {"kind": pay.qr_kind, "text": pay.qr_text, "svg": payment_qr_svg(pay.qr_text)}


class PaymentAction(ObjectType):
    """What the buyer still has to do, at the payment provider."""

    class Meta:
        access = ANYONE

    redirect_url = Field(String, description="The provider's page: pay there, or confirm to one's bank that it is one.")
    client_secret = Field(String, description="For the provider's library in the buyer's browser, to confirm it.")
    publishable_key = Field(String, description="Which account that library works for.")

    resolve_redirect_url = client_datum("redirect_url")
    resolve_client_secret = client_datum("client_secret")
    resolve_publishable_key = client_datum("publishable_key")


class Payment(ObjectType):
    """What is paid for an order, and how."""

    class Meta:
        access = ANYONE

    gateway = Field(String, required=True)
    status = Field(PaymentStatus, required=True)
    amount = Field(Money, required=True)
    authorized_amount = Field(Money, required=True, description="Reserved and not charged yet.")
    charged_amount = Field(Money, required=True, description="Everything that came, even beyond what was asked for.")
    refunded_amount = Field(Money, required=True)
    reference = Field(String)
    due_at = Field(DateTime, required=True)
    instructions = Field(BankTransferInstructions, description="Only while a transfer is awaited.")
    action = Field(PaymentAction, description="Only while the buyer has to do something at the provider.")
    needs_card = Field(Boolean, required=True, description="Trying again wants a card number in paymentData.")
    failure_code = Field(String, description="Why it failed, for programs: CARD_DECLINED.")
    failure_message = Field(String, description="Why it failed, for people.")

    resolve_amount = attribute("money")
    resolve_authorized_amount = attribute("authorized")
    resolve_charged_amount = attribute("charged")

    @staticmethod
    def resolve_refunded_amount(payment: stored.Payment, info: Any) -> Any:
        return stored_money(payment.refunded_amount, payment.currency)

    @staticmethod
    def resolve_reference(payment: stored.Payment, info: Any) -> str | None:
        return payment.reference or None

    @staticmethod
    def resolve_instructions(payment: stored.Payment, info: Any) -> Instructions | None:
        return instructions_for(payment, order_number=payment.order.number)

    @staticmethod
    def resolve_needs_card(payment: stored.Payment, info: Any) -> bool:
        return gateway_of(payment.gateway).needs_card

    @staticmethod
    def resolve_action(payment: stored.Payment, info: Any) -> dict[str, str] | None:
        return payment.client_data or None

    @staticmethod
    @batch
    def resolve_failure_code(payments: list[stored.Payment], info: Any) -> list[str | None]:
        codes = _failure_codes(payments)
        return [codes.get(payment.pk) for payment in payments]

    @staticmethod
    @batch
    def resolve_failure_message(payments: list[stored.Payment], info: Any) -> list[str | None]:
        codes = _failure_codes(payments)
        return [
            gettext(info.context.language, _FAILURES.get(codes[payment.pk], _FAILED)) if payment.pk in codes else None
            for payment in payments
        ]


def failure_message(payment: stored.Payment, language: str) -> str:
    """Why a payment failed, for people."""
    return gettext(language, _FAILURES.get(_failure_codes([payment]).get(payment.pk, ""), _FAILED))


def _failure_codes(payments: list[stored.Payment]) -> dict[Any, str]:
    failed = [payment.pk for payment in payments if payment.status == stored.PaymentStatus.FAILED]
    events = PaymentEvent.objects.filter(payment__in=failed, type=PaymentEventType.FAILED) if failed else ()
    return {event.payment_id: event.code for event in events}
