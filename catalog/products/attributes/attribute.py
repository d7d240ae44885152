"""Attribute: a question that can be asked of products, such as "Colour" or "Height"."""

from django.db import models
from django.db.models import Q

from catalog.products.attributes.unit import Unit

SUBJECT = "catalog.Attribute"
FIELDS = ("name", "description")


class InputType(models.TextChoices):
    """What an answer looks like."""

    DROPDOWN = "DROPDOWN"
    MULTISELECT = "MULTISELECT"
    SWATCH = "SWATCH"
    NUMERIC = "NUMERIC"
    BOOLEAN = "BOOLEAN"
    PLAIN_TEXT = "PLAIN_TEXT"
    RICH_TEXT = "RICH_TEXT"
    DATE = "DATE"
    FILE = "FILE"


WITH_CHOICES = frozenset({InputType.DROPDOWN, InputType.MULTISELECT, InputType.SWATCH})
"""Answered by picking from the attribute's values; all others are answered freely."""
SEVERAL = frozenset({InputType.MULTISELECT})
"""More than one value may be picked."""
FILTERABLE = WITH_CHOICES | {InputType.NUMERIC, InputType.BOOLEAN}
"""Answers of these types can become a facet."""
WRITTEN = frozenset({InputType.PLAIN_TEXT, InputType.RICH_TEXT, InputType.FILE})
"""The seller's own words and papers: a change of them is reviewed like a product's texts."""


class Attribute(models.Model):
    """``name`` and ``description`` are English; other languages are translations of ``catalog.Attribute``."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    description = models.CharField(max_length=500, blank=True)
    """Tells a seller what is meant."""
    input_type = models.CharField(max_length=12, choices=InputType.choices, default=InputType.DROPDOWN)
    unit = models.CharField(max_length=20, choices=Unit.choices, blank=True)
    """Of NUMERIC attributes that have one."""
    lowest = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    highest = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    """Bounds of a NUMERIC attribute, in its unit."""
    is_filterable = models.BooleanField(default=True)
    """Buyers can narrow a list down by it."""
    is_variant = models.BooleanField(default=False)
    """It tells variants of one product apart, such as a size."""
    value_required = models.BooleanField(default=False)
    """A product whose type has it can't leave it out."""
    external_reference = models.CharField(max_length=120, unique=True, null=True, blank=True)
    """The handle in the taxonomy it was imported from."""
    sort_order = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "name", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(unit="") | Q(input_type="NUMERIC"), name="unit_of_numbers_only"),
        ]

    def __str__(self) -> str:
        return self.slug
