"""An exhibition: when, where, about what."""

from typing import ClassVar

from django.db import models

LOCAL_ZONE = "Asia/Ho_Chi_Minh"


class ExpoQuerySet(models.QuerySet["Expo"]):
    def published(self) -> "ExpoQuerySet":
        """The exhibitions the public may see."""
        return self.filter(is_published=True)


class Expo(models.Model):
    """One exhibition, with its halls and exhibitors. The public sees it once it is published."""

    SUBJECT: ClassVar[str] = "expo.Expo"
    """Name of this kind of record among translations; fields name, description, theme."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    description = models.TextField(max_length=10_000, blank=True)
    theme = models.CharField(max_length=250, blank=True)
    source_language = models.CharField(max_length=16, default="vi")
    starts_on = models.DateField()
    ends_on = models.DateField()
    """The last day, that one included."""
    timezone = models.CharField(max_length=64, default=LOCAL_ZONE)
    venue = models.CharField(max_length=250, blank=True)
    edition = models.CharField(max_length=20, blank=True)
    """What tells it from its other editions: ``2027``, ``15th``."""
    series = models.SlugField(max_length=120, blank=True)
    """Editions of one fair share it; empty: a fair of its own."""
    topics = models.JSONField(default=list, blank=True)
    """Texts in the source language, the most important first."""
    languages = models.JSONField(default=list, blank=True)
    """Codes of the languages that the fair is held in."""
    is_published = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[ExpoQuerySet] = ExpoQuerySet.as_manager()  # type: ignore[assignment]  # a manager of this queryset

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="expo_ends_after_start")
        ]

    def __str__(self) -> str:
        return self.slug
