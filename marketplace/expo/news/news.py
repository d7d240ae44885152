"""News of a fair: written once, read by exhibitors and visitors in their own languages."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from marketplace.expo.exhibition import Expo


class NewsState(models.TextChoices):
    """DRAFT, then SENDING, then SENT; nothing leads back."""

    DRAFT = "DRAFT"
    SENDING = "SENDING"
    """Released: letters are being written, and exhibitors read it at their desk."""
    SENT = "SENT"
    """The last letter is written."""


class FairNews(models.Model):
    """Texts and readers change only while it is a draft: everybody reads the same."""

    SUBJECT: ClassVar[str] = "expo.FairNews"
    """Name of this kind of record among translations; fields title, body."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="news")
    title = models.CharField(max_length=160)
    body = models.TextField(max_length=10_000)
    """Paragraphs with an empty line between them."""
    source_language = models.CharField(max_length=16, default="vi")
    to_exhibitors = models.BooleanField(default=True)
    to_visitors = models.BooleanField(default=False)
    """Those who agreed to news, and nobody else."""
    state = models.CharField(max_length=7, choices=NewsState.choices, default=NewsState.DRAFT)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    released_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    exhibitor_reached = models.PositiveBigIntegerField(default=0)
    """Exhibitors up to this key are written to."""
    visitor_reached = models.PositiveBigIntegerField(default=0)
    """Visitors up to this key are written to."""

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["state"], name="fair_news_sending", condition=models.Q(state="SENDING"))]

    def __str__(self) -> str:
        return f"news {self.pk} {self.state}"
