"""What a line of a statement was taken for: a payment that arrived, or a refund that was sent."""

from django.conf import settings
from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.bank_statements.entry import BankEntry
from orders.lifecycle.order import Order
from orders.payments.payment import Payment
from orders.payments.refund import Refund
from orders.stored_money import stored


class BankMatch(models.Model):
    """Rows are only ever added. A wrong match is undone by a row that ``reverses`` it, and both stay."""

    entry = models.ForeignKey(BankEntry, models.PROTECT, related_name="matches")
    order = models.ForeignKey(Order, models.CASCADE, related_name="+")
    payment = models.ForeignKey(Payment, models.CASCADE, null=True, related_name="+")
    refund = models.ForeignKey(Refund, models.CASCADE, null=True, related_name="+")
    currency = currency_field()
    amount = amount_field()
    """Negative in a row that reverses another."""
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversed_by")
    was_exact = models.BooleanField(default=False)
    """Applied by machine because reference and amount left no doubt."""
    at = models.DateTimeField(auto_now_add=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(payment__isnull=False, refund__isnull=True)
                | models.Q(payment__isnull=True, refund__isnull=False),
                name="match_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} for {self.order_id}"

    @property
    def money(self) -> Money:
        return stored(self.amount, self.currency)

    @property
    def key(self) -> str:
        """Under which the payment knows the charge: this match makes one, however often it is told."""
        return f"bank:{self.entry_id}:{self.pk}"
