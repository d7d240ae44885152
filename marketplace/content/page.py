"""Page: a text of the marketplace itself, such as its operating regulations."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

SUBJECT = "content.Page"
FIELDS = ("title", "content", "seo_title", "seo_description")


class PageQuerySet(models.QuerySet["Page"]):
    """The pages a caller means."""

    def published(self, at: datetime | None = None) -> "PageQuerySet":
        """What everybody reads."""
        return self.filter(Q(published_at__isnull=True) | Q(published_at__lte=at or timezone.now()), is_published=True)


class Page(models.Model):
    """``title`` and ``content`` are in ``source_language``; other languages are translations of ``content.Page``."""

    slug = models.SlugField(max_length=120, unique=True)
    source_language = models.CharField(max_length=10, default="en")
    title = models.CharField(max_length=250)
    content = models.TextField(blank=True, max_length=50_000)
    """HTML, sanitised when written."""
    seo_title = models.CharField(max_length=120, blank=True)
    seo_description = models.CharField(max_length=300, blank=True)
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    """Shown from this moment; empty means at once."""
    is_sample = models.BooleanField(default=False)
    """Written to show what such a text holds; counsel has to replace it before anybody relies on it."""
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.slug
