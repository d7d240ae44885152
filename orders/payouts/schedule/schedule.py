"""How often a seller is paid, and from what amount on."""

from datetime import date, timedelta

from django.db import models

from i18n.fields import amount_field
from i18n.money import Money
from marketplace.sellers.models import Seller
from orders.stored_money import stored


class PayoutFrequency(models.TextChoices):
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


class PayoutSchedule(models.Model):
    """A row counts for one seller or for all, for one currency or for all; a market is known by its currency."""

    seller = models.ForeignKey(Seller, models.CASCADE, null=True, related_name="+")
    currency = models.CharField(max_length=3, blank=True)
    frequency = models.CharField(max_length=8, choices=PayoutFrequency.choices)
    day = models.PositiveSmallIntegerField(default=1)
    """1 is Monday for WEEKLY, the day of the month up to 28 for MONTHLY."""
    minimum_amount = amount_field(null=True)
    """Less is kept for the next time; only with a currency."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["seller", "currency"], name="one_schedule_per_seller_and_currency"),
            models.UniqueConstraint(
                fields=["currency"], condition=models.Q(seller__isnull=True), name="one_schedule_for_all_per_currency"
            ),
            models.CheckConstraint(
                condition=models.Q(minimum_amount__isnull=True) | ~models.Q(currency=""), name="minimum_has_a_currency"
            ),
            models.CheckConstraint(condition=models.Q(day__gte=1, day__lte=28), name="day_of_every_month"),
        ]

    def __str__(self) -> str:
        return f"{self.seller_id or 'all'} {self.currency or 'all'} {self.frequency} {self.day}"

    def minimum(self, currency: str) -> Money:
        return stored(self.minimum_amount, currency) if self.minimum_amount is not None else Money.zero(currency)

    def slot(self, today: date) -> date:
        """The latest day of the calendar up to ``today``: a run that comes late pays for it still."""
        if self.frequency == PayoutFrequency.DAILY:
            return today
        if self.frequency == PayoutFrequency.WEEKLY:
            return today - timedelta(days=(today.isoweekday() - self.day) % 7)
        if today.day >= self.day:
            return today.replace(day=self.day)
        return (today.replace(day=1) - timedelta(days=1)).replace(day=self.day)


def schedule_for(seller_id: int, currency: str) -> PayoutSchedule:
    """The most specific row: seller and currency, seller, currency, all; every Monday where there is none."""
    rows = PayoutSchedule.objects.filter(
        models.Q(seller=seller_id) | models.Q(seller=None), currency__in=("", currency)
    )
    every_monday = PayoutSchedule(frequency=PayoutFrequency.WEEKLY, day=1)
    return max(rows, key=lambda row: (row.seller_id is not None, bool(row.currency)), default=every_monday)
