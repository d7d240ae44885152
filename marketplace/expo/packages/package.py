"""What a fair sells to exhibitors: packages, and their prices as dated rows."""

from django.db import models

from i18n.fields import amount_field, currency_field
from marketplace.expo.exhibition import Expo


class PriceKind(models.TextChoices):
    """What an amount is for."""

    REGISTRATION = "REGISTRATION"
    """Once per exhibitor."""
    PACKAGE = "PACKAGE"
    """What is in the package, once."""
    SQUARE_METRE = "SQUARE_METRE"
    """Per square metre, where the booth has no price of its own."""
    CO_EXHIBITOR = "CO_EXHIBITOR"
    """For each firm that shares the booth."""
    POWER = "POWER"
    """Per kilowatt."""
    WATER = "WATER"
    """Once, for the connection."""


class FairPackage(models.Model):
    """A way to exhibit: "shell booth with furniture". Not offered any more, it stays for those who chose it."""

    SUBJECT = "expo.FairPackage"
    """Name of this kind of record among translations; fields name, description."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="packages")
    name = models.CharField(max_length=120)
    description = models.TextField(max_length=3_000, blank=True)
    """What is in it, a line each."""
    source_language = models.CharField(max_length=16, default="vi")
    least_area = models.DecimalField(max_digits=7, decimal_places=2, default=9)
    """Square metres."""
    badge_allowance = models.PositiveSmallIntegerField(default=4)
    """How many badges of its people are in the price."""
    is_offered = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name


class PackagePrice(models.Model):
    """From a day on, until the next row of its kind and currency. Never edited once that day has come."""

    package = models.ForeignKey(FairPackage, on_delete=models.CASCADE, related_name="prices")
    kind = models.CharField(max_length=12, choices=PriceKind.choices)
    currency = currency_field()
    amount = amount_field()
    effective_from = models.DateField()

    class Meta:
        ordering = ["kind", "currency", "effective_from", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "kind", "currency", "effective_from"], name="one_package_price_per_day"
            ),
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="package_price_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount} {self.currency} from {self.effective_from}"
