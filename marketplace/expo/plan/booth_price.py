"""What a square metre costs: dated rows per edition, kind of booth and currency."""

from datetime import date
from decimal import Decimal

from django.db import models

from marketplace.expo.exhibition import Expo
from marketplace.expo.hall import BoothKind


def _percent() -> "models.DecimalField[Decimal | int | str, Decimal]":
    return models.DecimalField(max_digits=5, decimal_places=2, default=Decimal(0))


class BoothPrice(models.Model):
    """A price before tax, from a day to a day, both included; the surcharges are percents of it by open sides."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="booth_prices")
    kind = models.CharField(max_length=8, choices=BoothKind.choices)
    currency = models.CharField(max_length=3)
    per_square_metre = models.DecimalField(max_digits=16, decimal_places=4)
    two_sides_percent = _percent()
    """For a corner."""
    three_sides_percent = _percent()
    """For the head of a row."""
    four_sides_percent = _percent()
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["kind", "currency", "effective_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["expo", "kind", "currency", "effective_from"], name="one_booth_price_per_day"
            ),
            models.CheckConstraint(
                condition=models.Q(effective_to__isnull=True) | models.Q(effective_to__gte=models.F("effective_from")),
                name="booth_price_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.per_square_metre} {self.currency} from {self.effective_from}"

    def in_force(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)

    def surcharge(self, open_sides: int) -> Decimal:
        """Percent."""
        by_sides = {2: self.two_sides_percent, 3: self.three_sides_percent, 4: self.four_sides_percent}
        return by_sides.get(open_sides, Decimal(0))
