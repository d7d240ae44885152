"""When each rare job was last asked for: what a clock that takes over has to know."""

from datetime import datetime

from django.db import models

BEAT = "beat"
"""The row of the clock itself, written every few seconds by the one that leads."""


class JobTick(models.Model):
    name = models.CharField(max_length=100, primary_key=True)
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=200)
    """Host and process."""

    class Meta:
        app_label = "marketplace"

    def __str__(self) -> str:
        return f"{self.name} {self.sent_at:%Y-%m-%d %H:%M:%S}"


def remember(name: str, *, at: datetime, by: str) -> None:
    JobTick.objects.update_or_create(name=name, defaults={"sent_at": at, "sent_by": by})


def last_ticks() -> dict[str, datetime]:
    """By name of the job."""
    return dict(JobTick.objects.values_list("name", "sent_at"))
