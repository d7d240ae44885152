"""When the doors of a fair are open, day by day and for whom."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import models

from marketplace.expo.exhibition import Expo


class HoursAudience(models.TextChoices):
    PUBLIC = "PUBLIC"
    TRADE = "TRADE"
    """Trade visitors only."""
    BUILD_UP = "BUILD_UP"
    """Exhibitors and their stand builders, before the fair."""
    DISMANTLING = "DISMANTLING"


VISITING = (HoursAudience.PUBLIC, HoursAudience.TRADE)


class OpeningHours(models.Model):
    """One day's hours for one audience, in the local time of the fair (`Expo.timezone`)."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="hours")
    day = models.DateField()
    audience = models.CharField(max_length=12, choices=HoursAudience.choices, default=HoursAudience.PUBLIC)
    opens_at = models.TimeField()
    closes_at = models.TimeField()

    class Meta:
        ordering = ["day", "opens_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["expo", "day", "audience"], name="one_opening_per_day_and_audience"),
            models.CheckConstraint(condition=models.Q(closes_at__gt=models.F("opens_at")), name="opens_before_closing"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.audience} {self.opens_at:%H:%M}–{self.closes_at:%H:%M}"


def opening_hours(expo: Expo) -> list[OpeningHours]:
    """All hours of a fair by day and time, build-up and dismantling included."""
    return list(OpeningHours.objects.filter(expo=expo).order_by("day", "opens_at", "pk"))


def move_hours(*, expo: Expo, start_by: timedelta, end_by: timedelta) -> None:
    """Let a fair's hours follow its first and last day, and drop those for visitors on days that it no longer has."""
    rows = opening_hours(expo)
    OpeningHours.objects.filter(expo=expo).delete()
    store_moved(rows, expo, start_by, end_by)


def store_moved(rows: Sequence[OpeningHours], expo: Expo, start_by: timedelta, end_by: timedelta) -> None:
    """Store rows anew for a fair: dismantling follows its last day, everything else its first."""
    for row in rows:
        row.pk, row.expo = None, expo
        row.day += end_by if row.audience == HoursAudience.DISMANTLING else start_by
    OpeningHours.objects.bulk_create(
        row for row in rows if row.audience not in VISITING or expo.starts_on <= row.day <= expo.ends_on
    )
