"""An amount asked for an order through one gateway.

The marketplace never holds the buyer's money: whatever a gateway collects lies with a bank or a licensed payment
provider (holding it would be an intermediary payment service, Decree 52/2024/ND-CP). These rows record what they say.
"""

import uuid

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.lifecycle.order import Order
from orders.payments.instalment import Instalment
from orders.stored_money import stored


class PaymentStatus(models.TextChoices):
    PENDING = "PENDING"
    AUTHORIZED = "AUTHORIZED"
    """Reserved on the buyer's card; charged when goods leave."""
    PARTLY_CHARGED = "PARTLY_CHARGED"
    CHARGED = "CHARGED"
    FAILED = "FAILED"
    REFUNDED = "REFUNDED"


OPEN_STATES = (PaymentStatus.PENDING, PaymentStatus.AUTHORIZED, PaymentStatus.PARTLY_CHARGED)
"""Money may still come by it without anybody beginning anew."""


class Payment(models.Model):
    """Created with its order, before any gateway is spoken to: no charge can exist without an order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey(Order, models.CASCADE, related_name="payments")
    instalment = models.ForeignKey(Instalment, models.CASCADE, related_name="payments")
    gateway = models.CharField(max_length=40)
    status = models.CharField(max_length=20, choices=PaymentStatus.choices, default=PaymentStatus.PENDING)
    currency = currency_field()
    amount = amount_field()
    """What was asked for."""
    authorized_amount = amount_field(default=0)
    """Reserved and not charged yet."""
    charged_amount = amount_field(default=0)
    """Everything that came by it, even beyond what was asked for (that is kept as credit)."""
    refunded_amount = amount_field(default=0)
    reference = models.CharField(max_length=140, blank=True)
    """What the buyer writes on the transfer, or what the provider calls the payment."""
    client_data = models.JSONField(default=dict)
    """What the buyer's browser needs to go on with the gateway; emptied when it isn't needed any more."""
    due_at = models.DateTimeField()
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["instalment"],
                condition=models.Q(status__in=["PENDING", "AUTHORIZED", "PARTLY_CHARGED"]),
                name="one_live_payment_per_instalment",
            ),
            models.CheckConstraint(
                condition=models.Q(refunded_amount__gte=0, refunded_amount__lte=models.F("charged_amount")),
                name="refund_within_the_charge",
            ),
        ]
        indexes = [models.Index(fields=["gateway", "reference"], name="payments_by_reference")]

    def __str__(self) -> str:
        return f"{self.gateway} {self.amount} {self.currency} {self.status}"

    @property
    def money(self) -> Money:
        return stored(self.amount, self.currency)

    @property
    def charged(self) -> Money:
        return stored(self.charged_amount, self.currency)

    @property
    def authorized(self) -> Money:
        return stored(self.authorized_amount, self.currency)

    @property
    def refundable(self) -> Money:
        """What of it lies with the provider still."""
        return self.charged - stored(self.refunded_amount, self.currency)
