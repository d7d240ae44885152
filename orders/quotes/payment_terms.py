"""How a quote is to be paid."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import models

from orders.payments.instalment import NeededFor


class PaymentTermsKind(models.TextChoices):
    FULL = "FULL"
    """Everything in advance."""
    DEPOSIT = "DEPOSIT"
    """A share in advance, the balance before shipping or against the documents."""
    NET = "NET"
    """Everything so many days after the order; only for buyers whom the operator approved."""


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    kind: PaymentTermsKind = PaymentTermsKind.FULL
    deposit_percent: Decimal | None = None
    """30 is 30 %; only with DEPOSIT."""
    balance_needed_for: NeededFor | None = None
    """SHIP or DOCUMENTS; only with DEPOSIT."""
    net_days: int | None = None
    """Only with NET."""
