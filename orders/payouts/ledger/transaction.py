"""What moved, once for every fact about money."""

from decimal import Decimal

from django.db import models
from django.utils import timezone

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from marketplace.append_only.rows import AppendOnlyModel
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.payouts.ledger.account import LedgerAccount
from orders.stored_money import stored


class TransactionKind(models.TextChoices):
    CHARGE = "CHARGE"
    CHARGE_UNDONE = "CHARGE_UNDONE"
    """It had been written down for the wrong order."""
    EARNING = "EARNING"
    """A part shipped, or was refunded: what its seller has earned of it, less commission, changed."""
    REFUND = "REFUND"
    REFUND_FAILED = "REFUND_FAILED"
    CREDIT_USED = "CREDIT_USED"
    CHARGEBACK_OPENED = "CHARGEBACK_OPENED"
    CHARGEBACK_WON = "CHARGEBACK_WON"
    CHARGEBACK_LOST = "CHARGEBACK_LOST"
    FEE = "FEE"
    EXCHANGE = "EXCHANGE"
    WITHHOLDING = "WITHHOLDING"
    TAX_PAID = "TAX_PAID"
    """What was withheld went to the state."""
    PAYOUT_STARTED = "PAYOUT_STARTED"
    PAYOUT_DONE = "PAYOUT_DONE"
    PAYOUT_REJECTED = "PAYOUT_REJECTED"
    TRANSFER = "TRANSFER"
    TRANSFER_REVERSED = "TRANSFER_REVERSED"
    FUNDS_MOVED = "FUNDS_MOVED"
    """Between two of the places where providers hold money for us."""


class LedgerTransaction(AppendOnlyModel):
    """Its entries add up to zero; its key makes it once. Written by ``post`` alone."""

    kind = models.CharField(max_length=20, choices=TransactionKind.choices)
    key = models.CharField(max_length=160, unique=True)
    currency = currency_field()
    at = models.DateTimeField(default=timezone.now)
    order = models.ForeignKey(Order, models.PROTECT, null=True, related_name="+")
    seller_order = models.ForeignKey(SellerOrder, models.PROTECT, null=True, related_name="+")
    payment = models.ForeignKey("orders.Payment", models.PROTECT, null=True, related_name="+")
    refund = models.ForeignKey("orders.Refund", models.PROTECT, null=True, related_name="+")
    payout = models.CharField(max_length=64, blank=True)
    """The id of the payout it belongs to."""

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["payout"], name="postings_of_a_payout")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class LedgerEntry(AppendOnlyModel):
    transaction = models.ForeignKey(LedgerTransaction, models.PROTECT, related_name="entries")
    account = models.ForeignKey(LedgerAccount, models.PROTECT, related_name="entries")
    amount = amount_field()
    """Above zero a debit, below zero a credit."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["transaction", "account"], name="one_entry_per_account"),
            models.CheckConstraint(condition=~models.Q(amount=Decimal(0)), name="entry_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.amount}"

    @property
    def money(self) -> Money:
        return stored(self.amount, self.account.currency)
