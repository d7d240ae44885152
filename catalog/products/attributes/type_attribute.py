"""ProductTypeAttribute: the questions a type of product answers, on the product or on each variant, in order."""

from django.db import models

from catalog.products.attributes.attribute import Attribute
from catalog.products.product_type import ProductType


class AttributePlace(models.TextChoices):
    """Where the answer stands."""

    PRODUCT = "PRODUCT"
    VARIANT = "VARIANT"


class ProductTypeAttribute(models.Model):
    """An attribute of a type. The same attribute is asked of the product or of its variants, never of both."""

    product_type = models.ForeignKey(ProductType, on_delete=models.CASCADE, related_name="type_attributes")
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="type_attributes")
    place = models.CharField(max_length=7, choices=AttributePlace.choices)
    variant_selection = models.BooleanField(default=False)
    """Buyers choose a variant by it."""
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["product_type", "attribute"], name="attribute_once_per_type"),
        ]

    def __str__(self) -> str:
        return f"{self.attribute_id} of {self.product_type_id}"
