"""Money that came in for an invoice, as staff read it from the bank's statement."""

from decimal import Decimal

from django.conf import settings
from django.db import models

from i18n.fields import amount_field
from i18n.money import Money
from marketplace.expo.invoices.invoice import FairInvoice


class FairPayment(models.Model):
    """In the invoice's currency. One recorded by mistake is withdrawn, not deleted."""

    invoice = models.ForeignKey(FairInvoice, on_delete=models.PROTECT, related_name="payments")
    amount = amount_field()
    paid_on = models.DateField()
    reference = models.CharField(max_length=140)
    """The bank's own: no transfer is recorded twice."""
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["paid_on", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="fair_payment_above_zero"),
            models.UniqueConstraint(
                fields=["invoice", "reference"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="one_fair_payment_per_reference",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def money(self) -> Money:
        return Money(Decimal(self.amount), self.invoice.currency)
