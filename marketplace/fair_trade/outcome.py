"""What came of a fair: a quote or an order between a visitor and an exhibitor's seller who met there."""

from typing import ClassVar

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from marketplace.expo.models import Exhibitor, Lead
from orders.stored_money import stored


class OutcomeKind(models.TextChoices):
    QUOTE = "QUOTE"
    ORDER = "ORDER"


class LeadOutcomeQuerySet(models.QuerySet["LeadOutcome"]):
    def standing(self) -> "LeadOutcomeQuerySet":
        """Those that were not called off since."""
        return self.filter(canceled_at__isnull=True)


class LeadOutcome(models.Model):
    """One quote or one seller's part of an order, put down to one lead. It outlives the visitor's data."""

    exhibitor = models.ForeignKey(Exhibitor, models.CASCADE, related_name="+")
    lead = models.ForeignKey(Lead, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=5, choices=OutcomeKind.choices)
    reference = models.UUIDField()
    """The key of the quote, or of the seller's part of the order."""
    number = models.CharField(max_length=30)
    amount = amount_field(default=0)
    """Of a quote, its latest version, 0 while nothing was offered; of an order, the seller's part with freight."""
    currency = currency_field()
    at = models.DateTimeField()
    canceled_at = models.DateTimeField(null=True)

    objects: ClassVar[LeadOutcomeQuerySet] = LeadOutcomeQuerySet.as_manager()  # type: ignore[assignment]  # a manager of this queryset

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.UniqueConstraint(fields=["kind", "reference"], name="one_outcome_per_deal")]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    @property
    def money(self) -> Money:
        return stored(self.amount, self.currency)
