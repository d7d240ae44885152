"""Halls and booths: rectangles on a plan, in metres, the origin in the hall's top left corner."""

from decimal import Decimal
from typing import Any

from django.db import models

from marketplace.expo.exhibition import Expo


def _metres(**options: Any) -> "models.DecimalField[Decimal | int | str, Decimal]":
    return models.DecimalField(max_digits=7, decimal_places=2, **options)


class Hall(models.Model):
    """A hall of an exhibition."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="halls")
    name = models.CharField(max_length=60)
    width = _metres()
    depth = _metres()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["expo", "name"], name="one_hall_per_name")]

    def __str__(self) -> str:
        return f"Hall {self.name}"

    @property
    def area_square_metres(self) -> Decimal:
        return (self.width * self.depth).quantize(Decimal("0.01"))


class BoothKind(models.TextChoices):
    SHELL = "SHELL"
    """With walls, carpet and a name board."""
    RAW = "RAW"
    """Floor space only."""
    ISLAND = "ISLAND"
    """Open on all sides."""


class BoothStatus(models.TextChoices):
    FREE = "FREE"
    HELD = "HELD"
    """Kept for somebody who has not decided."""
    ASSIGNED = "ASSIGNED"


class Booth(models.Model):
    """A booth; two of one hall never overlap (`plan.py`)."""

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="booths")
    code = models.CharField(max_length=20)
    x = _metres()
    y = _metres()
    width = _metres()
    depth = _metres()
    kind = models.CharField(max_length=8, choices=BoothKind.choices, default=BoothKind.SHELL)
    is_held = models.BooleanField(default=False)
    exhibitor = models.ForeignKey(
        "expo.Exhibitor", null=True, blank=True, on_delete=models.SET_NULL, related_name="booths"
    )

    class Meta:
        ordering = ["hall_id", "code"]
        constraints = [models.UniqueConstraint(fields=["hall", "code"], name="one_booth_per_code")]

    def __str__(self) -> str:
        return self.code

    @property
    def status(self) -> BoothStatus:
        if self.exhibitor_id is not None:
            return BoothStatus.ASSIGNED
        return BoothStatus.HELD if self.is_held else BoothStatus.FREE
