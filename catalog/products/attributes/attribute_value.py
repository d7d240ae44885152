"""AttributeValue: one of the answers an attribute offers, such as "Red" or "Acacia"."""

from django.db import models

from catalog.products.attributes.attribute import Attribute

SUBJECT = "catalog.AttributeValue"
FIELDS = ("name",)


class AttributeValue(models.Model):
    """``name`` is English; other languages are translations of ``catalog.AttributeValue``."""

    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="values")
    slug = models.SlugField(max_length=120)
    name = models.CharField(max_length=200)
    swatch_color = models.CharField(max_length=7, blank=True)
    """``#rrggbb`` of a SWATCH attribute's value."""
    swatch_image = models.CharField(max_length=200, blank=True)
    """Storage path of a picture that stands for the value instead of a colour."""
    external_reference = models.CharField(max_length=160, null=True, blank=True)
    sort_order = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["attribute", "slug"], name="value_slug_once_per_attribute"),
            models.UniqueConstraint(fields=["attribute", "external_reference"], name="value_reference_once"),
        ]

    def __str__(self) -> str:
        return f"{self.attribute_id}:{self.slug}"
