"""Page: a text of the marketplace itself, such as its operating regulations or the story of a maker."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

SUBJECT = "content.Page"
FIELDS = ("title", "lead", "content", "image_alt", "seo_title", "seo_description")


class PageKind(models.TextChoices):
    """Where a front shows it."""

    PAGE = "page"
    POLICY = "policy"
    HELP = "help"
    STORY = "story"


class PageQuerySet(models.QuerySet["Page"]):
    """The pages a caller means."""

    def published(self, at: datetime | None = None) -> "PageQuerySet":
        """What everybody reads."""
        return self.filter(Q(published_at__isnull=True) | Q(published_at__lte=at or timezone.now()), is_published=True)


class Page(models.Model):
    """The texts of `FIELDS` are in ``source_language``; other languages are translations of ``content.Page``."""

    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=10, choices=PageKind.choices, default=PageKind.PAGE)
    source_language = models.CharField(max_length=10, default="en")
    title = models.CharField(max_length=250)
    lead = models.CharField(max_length=400, blank=True)
    """What it is about, in a sentence or two: shown above the text and where the page is offered."""
    content = models.TextField(blank=True, max_length=50_000)
    """HTML, sanitised when written."""
    image = models.CharField(max_length=200, blank=True)
    """Storage path of the largest size of its picture."""
    image_alt = models.CharField(max_length=250, blank=True)
    seller = models.ForeignKey("sellers.Seller", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    """Whom a story is about."""
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
        indexes = [models.Index(fields=["kind", "seller"], name="page_by_kind")]

    def __str__(self) -> str:
        return self.slug
