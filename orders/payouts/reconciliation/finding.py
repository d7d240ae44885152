"""What a comparison found, before it is written down."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from marketplace.accounts.models import User
from orders.payouts.reconciliation.difference import DifferenceKind


@dataclass(frozen=True, slots=True)
class Finding:
    key: str
    kind: DifferenceKind
    gateway: str
    currency: str
    ledger_amount: Decimal
    provider_amount: Decimal
    about: str
    on: date
    explanation: str = ""
    """What somebody said of it already, where it was found."""
    explained_by: User | None = None
