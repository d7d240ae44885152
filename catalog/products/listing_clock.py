"""ListingClock: up to which moment the world has been told of windows and sales that start or end by themselves."""

from django.db import models


class ListingClock(models.Model):
    """One row, whose key is always 1."""

    told_until = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_listing_clock")]

    def __str__(self) -> str:
        return f"told until {self.told_until}"
