"""Groups of exhibitors of one country or association, under a name and colour of their own."""

from typing import ClassVar

from django.db import models

from marketplace.expo.exhibition import Expo


class Pavilion(models.Model):
    """A part of a fair; its contact is for staff and its own exhibitors."""

    SUBJECT: ClassVar[str] = "expo.Pavilion"
    """Name of this kind of record among translations; field name."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="pavilions")
    name = models.CharField(max_length=120)
    source_language = models.CharField(max_length=16, default="vi")
    country = models.CharField(max_length=2, blank=True)
    """Empty for an association of several countries."""
    colour = models.CharField(max_length=7, default="#9a3324")
    """``#rrggbb``, on the plan."""
    contact_name = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField(max_length=254, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["expo", "name"], name="one_pavilion_per_name")]

    def __str__(self) -> str:
        return self.name
