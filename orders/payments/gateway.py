"""What every payment gateway can do. A gateway is one folder in ``gateways/`` and knows no tables of ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from i18n.money import Money


class Answer(StrEnum):
    """What a gateway says about a charge or a refund."""

    DONE = "DONE"
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


@dataclass(frozen=True, slots=True)
class Outcome:
    answer: Answer
    reference: str = ""
    """What the provider calls it."""
    code: str = ""
    """Why it was refused, for programs: ``CARD_DECLINED``."""


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


class Gateway(Protocol):
    """``capture`` and ``refund`` are idempotent: the same ``key`` moves money once and gets the same answer."""

    code: str
    name: str
    """A message id, as is ``description``."""
    description: str
    is_test: bool
    """No real money; never found in production."""
    captures_at_once: bool
    """The buyer's data are enough to charge; otherwise staff say when money has arrived."""
    pays_within: timedelta
    """An order that is not paid this long after it was placed expires."""

    def accepts(self, currency: str) -> bool: ...

    def start(self, request: PaymentRequest) -> Outcome:
        """Announce the payment; gives the reference under which it will be known. Moves no money."""
        ...

    def capture(self, request: PaymentRequest, *, data: Mapping[str, str], key: str) -> Outcome: ...

    def refund(self, request: PaymentRequest, *, amount: Money, key: str) -> Outcome: ...

    def instructions(self, request: PaymentRequest) -> BankTransferInstructions | None:
        """What the buyer has to do; nothing where the gateway charges at once."""
        ...
