"""A buyer's bank took a charge back; the provider decides who was right."""

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.payments.payment import Payment
from orders.stored_money import stored


class ChargebackStatus(models.TextChoices):
    OPEN = "OPEN"
    WON = "WON"
    LOST = "LOST"


class Chargeback(models.Model):
    """Not the complaint of a buyer here: a dispute at the provider, under the provider's reference."""

    payment = models.ForeignKey(Payment, models.CASCADE, related_name="chargebacks")
    reference = models.CharField(max_length=140, unique=True)
    currency = currency_field()
    amount = amount_field()
    reason = models.CharField(max_length=60, blank=True)
    status = models.CharField(max_length=10, choices=ChargebackStatus.choices, default=ChargebackStatus.OPEN)
    respond_by = models.DateTimeField(null=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["opened_at", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="chargeback_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.status}"

    @property
    def money(self) -> Money:
        return stored(self.amount, self.currency)
