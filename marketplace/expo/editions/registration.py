"""When exhibitors may apply and visitors may register."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models

from i18n.today import day_here
from marketplace.expo.exhibition import Expo


class RegistrationAudience(models.TextChoices):
    EXHIBITOR = "EXHIBITOR"
    VISITOR = "VISITOR"


class RegistrationPeriod(models.Model):
    """From `opens_at` until before `closes_at`; a fair has at most one for each audience."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="registration_periods")
    audience = models.CharField(max_length=10, choices=RegistrationAudience.choices)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()

    class Meta:
        ordering = ["audience", "opens_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["expo", "audience"], name="one_registration_per_audience"),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")), name="registration_opens_before_closing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.audience} {self.opens_at:%Y-%m-%d}–{self.closes_at:%Y-%m-%d}"


def registration_open(expo: Expo, audience: str, now: datetime) -> bool:
    """Whether this audience may register now.

    Never for a fair that is not published or is over. Otherwise within its period, or at any time if it has none.
    """
    return open_in(expo, periods_of([expo], audience).get(expo.pk), now)


def open_in(expo: Expo, period: RegistrationPeriod | None, now: datetime) -> bool:
    """`registration_open` for a fair whose period of the audience is known."""
    if not expo.is_published or day_here(now) > expo.ends_on:
        return False
    return period is None or period.opens_at <= now < period.closes_at


def periods_of(expos: Iterable[Expo], audience: str) -> dict[int, RegistrationPeriod]:
    """By fair, where it has one."""
    rows = RegistrationPeriod.objects.filter(expo__in=[expo.pk for expo in expos], audience=audience)
    return {row.expo_id: row for row in rows}
