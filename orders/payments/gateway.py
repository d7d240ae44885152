"""What every payment gateway can do. A gateway is one folder in ``gateways/`` and knows no tables of ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from i18n.money import Money
from marketplace.channels.switches import Switch
from orders.payments.gateway_event import GatewayEvent


class Answer(StrEnum):
    """What a gateway says about a charge or a refund."""

    DONE = "DONE"
    AUTHORIZED = "AUTHORIZED"
    """Reserved; ``capture_authorized`` charges it when goods leave."""
    NEEDS_ACTION = "NEEDS_ACTION"
    """The buyer has to do something in the browser, with ``client_data``."""
    WAITING = "WAITING"
    """Not known yet, or done by people outside the marketplace."""
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class PaymentRequest:
    """The payment a gateway is asked about; always made for an order that exists."""

    payment_id: UUID
    order_number: str
    amount: Money
    due_on: date
    order_id: UUID | None = None
    reference: str = ""
    """What the provider called it when it was started."""
    email: str = ""
    language: str = "en"
    channel: str = ""
    """The market's slug: in some, cards are charged only when goods leave."""


@dataclass(frozen=True, slots=True)
class Outcome:
    answer: Answer
    reference: str = ""
    """What the provider calls it."""
    code: str = ""
    """Why it was refused, for programs: ``CARD_DECLINED``."""
    amount: Money | None = None
    """Charged so far, or reserved; what was asked for when empty."""
    client_data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BankTransferInstructions:
    """Where the buyer sends how much, and what they write on it."""

    bank_name: str
    account_holder: str
    account_number: str
    bic: str
    reference: str
    amount: Money
    due_on: date
    is_demonstration: bool
    qr_kind: str = ""
    """``VIETQR`` or ``EPC`` when a banking app can read all this from a QR code, …"""
    qr_text: str = ""
    """… and what the code says."""


class NotPossible(Exception):
    """The gateway cannot do this at all."""

    def __init__(self, gateway: str, operation: str) -> None:
        super().__init__(f"{gateway} cannot {operation}")
        self.gateway = gateway
        self.operation = operation


class BadWebhook(Exception):
    """The message is not the provider's: wrong signature, too old, or no message at all. Nothing was believed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class GatewayUnavailable(Exception):
    """No answer, or one that says to ask again: nothing is known. Ask again with the same key."""

    def __init__(self, gateway: str) -> None:
        super().__init__(f"{gateway} cannot be reached")
        self.gateway = gateway


class Gateway(Protocol):
    """Whatever moves money is idempotent: the same ``key`` moves it once and gets the same answer.

    A gateway may leave out what it inherits from here. All methods may raise ``GatewayUnavailable``.
    """

    code: str
    name: str
    """A message id, as is ``description``."""
    description: str
    is_test: bool
    """No real money; never found in production."""
    captures_at_once: bool
    """The buyer's data are enough to charge or reserve. Otherwise the browser, the provider's messages or staff say
    when money has arrived."""
    needs_card: bool = False
    """It wants a card's number from the page (only the test card does)."""
    switch: Switch = Switch.CARD_PAYMENT
    """What a market switches off to do without it."""
    pays_within: timedelta
    """An order that is not paid this long after it was placed expires."""

    def accepts(self, currency: str) -> bool: ...

    def start(self, request: PaymentRequest) -> Outcome:
        """Announce the payment; gives the reference under which it will be known, and ``client_data`` where the
        browser goes on. Moves no money."""
        ...

    def capture(self, request: PaymentRequest, *, data: Mapping[str, str], key: str) -> Outcome:
        """Charge with what the buyer gave: DONE, AUTHORIZED, NEEDS_ACTION, WAITING or REFUSED."""
        ...

    def refund(self, request: PaymentRequest, *, amount: Money, key: str) -> Outcome:
        """Any amount, as often as there is something left. DONE; WAITING with a reference while the provider works on
        it, without one where people have to do it; REFUSED."""
        ...

    def instructions(self, request: PaymentRequest) -> BankTransferInstructions | None:
        """What the buyer has to do; nothing where the gateway charges at once."""
        ...

    def capture_authorized(self, request: PaymentRequest, *, amount: Money, key: str) -> Outcome:
        """Charge ``amount`` of what was reserved and let go of the rest."""
        raise NotPossible(self.code, "capture an authorisation")

    def void(self, request: PaymentRequest, *, key: str) -> Outcome:
        """Let go of what was reserved, or of a payment the buyer hasn't finished."""
        return Outcome(Answer.DONE)

    def inquire(self, request: PaymentRequest) -> Outcome:
        """What the provider says of the payment at this moment; it wins over what a browser says."""
        return Outcome(Answer.WAITING, reference=request.reference)

    def parse_webhook(self, headers: Mapping[str, str], body: bytes) -> Sequence[GatewayEvent]:
        """Verify and read a message; raises ``BadWebhook``. ``headers`` has lower-case names."""
        raise NotPossible(self.code, "send messages")
