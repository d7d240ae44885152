"""DoorScan: a badge that was held before a door. Written once, whatever telephone sends it how often."""

from django.db import models

from marketplace.expo.badges.badge import Badge
from marketplace.expo.exhibition import Expo

LONGEST_DOOR = 40


class Direction(models.TextChoices):
    IN = "IN"
    OUT = "OUT"


class DoorScan(models.Model):
    """Says which badge, never who: the name is on the badge's row and goes when the visitor is forgotten."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="+")
    badge = models.ForeignKey(Badge, on_delete=models.CASCADE, related_name="scans")
    door = models.CharField(max_length=LONGEST_DOOR)
    scanned_at = models.DateTimeField()
    day = models.DateField()
    """Of `scanned_at` in the fair's time zone."""
    direction = models.CharField(max_length=3, choices=Direction.choices)
    client_id = models.UUIDField(unique=True)
    """Made by the telephone, so that the same scan sent twice is one."""

    class Meta:
        ordering = ["scanned_at", "id"]
        indexes = [
            models.Index(fields=["expo", "day", "badge", "scanned_at"], name="door_scans_of_day"),
            models.Index(fields=["badge", "scanned_at"], name="door_scans_of_badge"),
        ]

    def __str__(self) -> str:
        return f"{self.direction} {self.door} {self.scanned_at:%Y-%m-%d %H:%M}"
