"""Stripe: cards and what else a buyer's country pays with, by PaymentIntents.

People of the web shop go to Stripe's own payment page (a Checkout Session: no script of anybody on ours, and it works
without JavaScript). Programs of buyers ask for a PaymentIntent instead (``flow: payment_intent``) and confirm it with
Stripe.js, or give a ``payment_method`` that is confirmed at once; where the bank wants its customer to authenticate,
the answer says where. What Stripe says wins over what any browser says: intents are fetched, never believed.

Charges are the platform's own (separate charges and transfers): they carry the order's number as ``transfer_group``,
and the sellers' shares are transferred out of them when goods have left (``orders.payouts.rails.stripe_transfer``).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from i18n.messages import gettext_noop as _
from i18n.money import Money
from orders.payments.gateway import (
    Answer,
    BankTransferInstructions,
    Gateway,
    Outcome,
    PaymentRequest,
)
from orders.payments.gateway_event import GatewayEvent
from orders.payments.gateways.stripe.announce import announce
from orders.payments.gateways.stripe.capture import capture_held
from orders.payments.gateways.stripe.facts import facts_of
from orders.payments.gateways.stripe.give_up import give_up
from orders.payments.gateways.stripe.notices import notices_since, read_notice
from orders.payments.gateways.stripe.pay_back import pay_back
from orders.payments.gateways.stripe.reasons import code_of
from orders.payments.gateways.stripe.standing import standing
from orders.payments.notices.notice import Notice
from orders.stripe_api.amounts import CURRENCIES
from orders.stripe_api.client import is_configured
from orders.stripe_api.errors import StripeRefused


class Stripe(Gateway):
    code = "stripe"
    name = _("Card or online payment")
    description = _("You pay on the secure page of Stripe, a payment provider, and come back here.")
    is_test = False
    captures_at_once = True
    pays_within = timedelta(days=1)
    needs_card = False

    def accepts(self, currency: str) -> bool:
        return is_configured() and currency in CURRENCIES

    def start(self, request: PaymentRequest) -> Outcome:
        """Nothing is made at Stripe until it is known how the buyer pays."""
        return Outcome(Answer.WAITING, reference=request.reference)

    def capture(self, request: PaymentRequest, *, data: Mapping[str, str], key: str) -> Outcome:
        """The payment page, an intent, or the payment itself; asked again, how it stands by now."""
        try:
            return standing(request) if request.reference else announce(request, data=data, key=key)
        except StripeRefused as refused:
            return Outcome(Answer.REFUSED, code=code_of(refused))

    def capture_authorized(self, request: PaymentRequest, *, amount: Money, key: str) -> Outcome:
        return capture_held(request, amount=amount, key=key)

    def void(self, request: PaymentRequest, *, key: str) -> Outcome:
        return give_up(request, key=key)

    def refund(self, request: PaymentRequest, *, amount: Money, key: str) -> Outcome:
        return pay_back(request, amount=amount, key=key)

    def inquire(self, request: PaymentRequest) -> Outcome:
        return standing(request)

    def instructions(self, request: PaymentRequest) -> BankTransferInstructions | None:
        return None

    def parse_webhook(self, headers: Mapping[str, str], body: bytes) -> Sequence[GatewayEvent]:
        return facts_of(read_notice(headers, body))

    def is_listening(self) -> bool:
        return is_configured()

    def read_notice(self, headers: Mapping[str, str], body: bytes) -> Notice:
        return read_notice(headers, body)

    def facts_of(self, notice: Notice) -> Sequence[GatewayEvent]:
        return facts_of(notice)

    def notices_since(self, moment: datetime) -> Iterator[Notice]:
        return notices_since(moment)


GATEWAY = Stripe()
