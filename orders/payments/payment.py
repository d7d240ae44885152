"""An amount asked for an order through one gateway.

The marketplace never holds the buyer's money: whatever a gateway collects lies with a bank or a licensed payment
provider (holding it would be an intermediary payment service, Decree 52/2024/ND-CP). These rows record what they say.
"""

import uuid

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.lifecycle.order import Order
from orders.stored_money import stored


class PaymentStatus(models.TextChoices):
    PENDING = "PENDING"
    CHARGED = "CHARGED"
    FAILED = "FAILED"
    REFUNDED = "REFUNDED"


class Payment(models.Model):
    """Created with its order, before any gateway is spoken to: no charge can exist without an order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey(Order, models.CASCADE, related_name="payments")
    gateway = models.CharField(max_length=40)
    status = models.CharField(max_length=10, choices=PaymentStatus.choices, default=PaymentStatus.PENDING)
    currency = currency_field()
    amount = amount_field()
    refunded_amount = amount_field(default=0)
    reference = models.CharField(max_length=60, blank=True)
    """What the buyer writes on the transfer, or what the provider calls the charge."""
    due_at = models.DateTimeField()
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["order"],
                condition=models.Q(status__in=["PENDING", "CHARGED"]),
                name="one_live_payment_per_order",
            ),
            models.CheckConstraint(
                condition=models.Q(refunded_amount__gte=0, refunded_amount__lte=models.F("amount")),
                name="refund_within_the_payment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.amount} {self.currency} {self.status}"

    @property
    def money(self) -> Money:
        return stored(self.amount, self.currency)
