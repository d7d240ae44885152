"""What every way of paying sellers can do. A rail is one folder in ``rails/`` and knows no tables of ours.

How to add one: a folder with ``rail.py`` whose ``RAIL`` has these methods; ``discovery.installed_rails`` finds it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from i18n.money import Money


class PayoutAnswer(StrEnum):
    """What a rail says about money it was told to move."""

    DONE = "DONE"
    WAITING = "WAITING"
    """Handed over; a bank or people will say what became of it."""
    REFUSED = "REFUSED"


class Refusal(StrEnum):
    """Why a rail cannot pay a seller at all, before any money is moved."""

    NOT_CONFIGURED = "NOT_CONFIGURED"
    CURRENCY_NOT_SUPPORTED = "CURRENCY_NOT_SUPPORTED"
    COUNTRY_NOT_SUPPORTED = "COUNTRY_NOT_SUPPORTED"
    ACCOUNT_MISSING = "ACCOUNT_MISSING"
    ACCOUNT_NOT_READY = "ACCOUNT_NOT_READY"
    """The provider or bank still wants to know something of the seller."""


@dataclass(frozen=True, slots=True)
class Payee:
    """The seller as a rail sees them."""

    seller_id: int
    country: str
    reference: str = ""
    """Their account, as the rail's provider or bank calls it."""
    can_receive: bool = False
    details: Mapping[str, str] = field(default_factory=dict)
    """What a bank wants besides: holder, bank, BIC."""


@dataclass(frozen=True, slots=True)
class PayoutRequest:
    """Money for one seller; ``payout_id`` is the idempotency key: the same id moves money once."""

    payout_id: UUID
    payee: Payee
    amount: Money
    group: str = ""
    """The order it comes from, where it comes from one; a provider shows it beside the buyer's charge."""
    source: str = ""
    """The buyer's payment it is taken out of, as the provider calls it."""
    description: str = ""


@dataclass(frozen=True, slots=True)
class PayoutOutcome:
    answer: PayoutAnswer
    reference: str = ""
    """What the provider or bank calls it."""
    code: str = ""
    """Why it was refused, for programs."""


class RailUnavailable(Exception):
    """No answer, or one that says to ask again: nothing is known. Ask again with the same id."""

    def __init__(self, rail: str) -> None:
        super().__init__(f"{rail} cannot be reached")
        self.rail = rail


class CannotReverse(Exception):
    """What this rail has paid stays paid; money comes back only from the seller."""

    def __init__(self, rail: str) -> None:
        super().__init__(f"{rail} cannot take money back")
        self.rail = rail


class Rail(Protocol):
    """Both verbs are idempotent by their id and may raise ``RailUnavailable``."""

    code: str
    name: str
    """A message id."""
    pays_by_part: bool = False
    """It pays each part of an order when it has shipped; the others pay a seller's balance by a calendar."""

    def refuses(self, currency: str, payee: Payee) -> Refusal | None:
        """Why this seller cannot be paid this way in this currency; nothing where they can."""
        ...

    def pay(self, request: PayoutRequest) -> PayoutOutcome: ...

    def reverse(self, reference: str, *, amount: Money, reversal_id: UUID) -> PayoutOutcome:
        """Take back some of what was paid under ``reference``; raises ``CannotReverse``."""
        raise CannotReverse(self.code)
