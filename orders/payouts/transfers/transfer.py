"""Money transferred to a seller for one part of an order, out of one payment of its buyer, and what was taken back."""

import uuid

from django.db import models
from django.utils import timezone

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.payment import Payment
from orders.stored_money import stored


class TransferStatus(models.TextChoices):
    DUE = "DUE"
    DONE = "DONE"
    FAILED = "FAILED"


class Sent(models.Model):
    """What transfers and reversals have in common: planned, asked of the provider outside any transaction, answered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    currency = currency_field()
    amount = amount_field()
    status = models.CharField(max_length=10, choices=TransferStatus.choices, default=TransferStatus.DUE)
    reference = models.CharField(max_length=60, blank=True)
    code = models.CharField(max_length=80, blank=True)
    """Why it failed, for programs."""
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def money(self) -> Money:
        return stored(self.amount, self.currency)


class PartTransfer(Sent):
    """Its id is the provider's idempotency key."""

    seller_order = models.ForeignKey(SellerOrder, models.PROTECT, related_name="transfers")
    payment = models.ForeignKey(Payment, models.PROTECT, related_name="transfers")
    rail = models.CharField(max_length=40)
    account = models.CharField(max_length=60)
    """The seller's account it goes to, as the provider calls it."""

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.CheckConstraint(condition=models.Q(amount__gt=0), name="transfer_of_something")]
        indexes = [
            models.Index(fields=["status", "due_at"], name="transfers_to_send"),
            models.Index(fields=["rail", "reference"], name="transfers_by_reference"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} {self.status}"


class TransferReversal(Sent):
    transfer = models.ForeignKey(PartTransfer, models.PROTECT, related_name="reversals")

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.CheckConstraint(condition=models.Q(amount__gt=0), name="reversal_of_something")]
        indexes = [models.Index(fields=["status", "due_at"], name="reversals_to_send")]

    def __str__(self) -> str:
        return f"-{self.amount} {self.currency} {self.status}"
