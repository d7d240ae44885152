"""ProductType: what kind of thing a product is, beside where it is shown."""

from django.db import models


class ProductType(models.Model):
    """A kind of product, for example "Furniture" or "Fresh fruit"."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.slug
