"""Category: the tree that buyers browse. Names in other languages are translations of ``catalog.Category``."""

from django.db import models

SUBJECT = "catalog.Category"
FIELDS = ("name", "description")
MOST_LEVELS = 8
"""A root is level 0, the deepest category level 7."""


class Category(models.Model):
    """A node of the tree; ``name`` and ``description`` are written in English."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True, max_length=2000)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    level = models.PositiveSmallIntegerField(default=0)
    """0 for a root; kept by `save`."""
    sort_order = models.IntegerField(default=0)
    external_reference = models.CharField(max_length=120, unique=True, null=True, blank=True)
    """Its id in the taxonomy it was imported from."""

    class Meta:
        ordering = ["level", "sort_order", "name", "id"]
        indexes = [models.Index(fields=["level", "sort_order"], name="category_by_level")]
        constraints = [models.CheckConstraint(condition=models.Q(level__lt=MOST_LEVELS), name="category_level_bounded")]

    def __str__(self) -> str:
        return self.slug

    def save(self, *args: object, **kwargs: object) -> None:
        self.level = 0 if self.parent is None else self.parent.level + 1
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # handed through unchanged
