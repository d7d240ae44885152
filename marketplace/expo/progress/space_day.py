"""How much of a fair's space was sold on a day: the memory behind the curve of its sales."""

from decimal import Decimal

from django.db import models

from marketplace.expo.exhibition import Expo


def _area() -> "models.DecimalField[Decimal | int | str, Decimal]":
    return models.DecimalField(max_digits=10, decimal_places=2)


class SpaceDay(models.Model):
    """Square metres of booths at the end of a day in Viet Nam, or as they are now for today."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    booths = models.PositiveIntegerField()
    booths_taken = models.PositiveIntegerField()
    area = _area()
    """Of all booths."""
    area_reserved = _area()
    area_taken = _area()
    """Of booths with an exhibitor."""

    class Meta:
        ordering = ["expo_id", "day"]
        constraints = [models.UniqueConstraint(fields=["expo", "day"], name="one_space_record_per_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.area_taken} of {self.area} m²"
