"""What else is on a hall's floor: aisles, doors, services."""

from decimal import Decimal

from django.db import models

from marketplace.expo.hall import Hall, metres_field
from marketplace.expo.plan.metres import centimetres
from marketplace.expo.plan.shape import Shape


class FeatureKind(models.TextChoices):
    AISLE = "AISLE"
    DOOR = "DOOR"
    EMERGENCY_EXIT = "EMERGENCY_EXIT"
    """Kept clear, with the way to it."""
    STAGE = "STAGE"
    INFORMATION = "INFORMATION"
    TOILETS = "TOILETS"
    FIRST_AID = "FIRST_AID"
    PILLAR = "PILLAR"
    POWER = "POWER"
    """Where electricity comes out of the floor; a booth may stand on it."""
    WATER = "WATER"
    """Where water comes out of the floor; a booth may stand on it."""


UNDER_BOOTHS = (FeatureKind.POWER, FeatureKind.WATER)


class HallFeature(models.Model):
    """A rectangle that is no booth, in metres; no booth lies on it, outlets of power and water excepted."""

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="features")
    kind = models.CharField(max_length=16, choices=FeatureKind.choices)
    label = models.CharField(max_length=60, blank=True)
    x = metres_field()
    y = metres_field()
    width = metres_field()
    depth = metres_field()

    class Meta:
        ordering = ["hall_id", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.label}".strip()

    @property
    def outline(self) -> Shape:
        left, top, width, depth = (centimetres(Decimal(value)) for value in (self.x, self.y, self.width, self.depth))
        return Shape.of_box(left, top, left + width, top + depth)

    @property
    def blocks(self) -> bool:
        """Whether no booth may lie on it."""
        return self.kind not in UNDER_BOOTHS
