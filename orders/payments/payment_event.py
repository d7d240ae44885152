"""Everything that was asked of a gateway and everything it answered. Rows are only ever added."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from i18n.fields import amount_field
from orders.payments.payment import Payment


class PaymentEventType(models.TextChoices):
    STARTED = "STARTED"
    AUTHORIZED = "AUTHORIZED"
    CHARGED = "CHARGED"
    CHARGE_UNDONE = "CHARGE_UNDONE"
    FAILED = "FAILED"
    LOWERED = "LOWERED"
    ABANDONED = "ABANDONED"
    VOIDED = "VOIDED"
    REFUND_DUE = "REFUND_DUE"
    REFUNDED = "REFUNDED"
    REFUND_FAILED = "REFUND_FAILED"


class PaymentEvent(models.Model):
    payment = models.ForeignKey(Payment, models.CASCADE, related_name="events")
    type = models.CharField(max_length=15, choices=PaymentEventType.choices)
    key = models.CharField(max_length=160)
    """The same key is the same event: a repeated call or notification writes nothing the second time."""
    amount = amount_field()
    reference = models.CharField(max_length=140, blank=True)
    code = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField(default=timezone.now)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["payment", "key"], name="payment_event_once")]

    def __str__(self) -> str:
        return f"{self.type} {self.amount} {self.key}"
