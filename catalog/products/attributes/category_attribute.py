"""CategoryAttribute: the questions a category suggests to sellers."""

from django.db import models

from catalog.products.attributes.attribute import Attribute
from catalog.products.category import Category


class CategoryAttribute(models.Model):
    """A suggestion. A category's own list stands for it and all below, until one below has a list of its own."""

    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="category_attributes")
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="category_attributes")
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["category", "attribute"], name="attribute_once_per_category"),
        ]

    def __str__(self) -> str:
        return f"{self.attribute_id} of {self.category_id}"
