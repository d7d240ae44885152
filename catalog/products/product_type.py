"""ProductType: what kind of thing a product is, beside where it is shown."""

from django.db import models

SUBJECT = "catalog.ProductType"
FIELDS = ("name",)


class ProductTypeKind(models.TextChoices):
    """How goods of the type come about."""

    NORMAL = "NORMAL"
    MADE_TO_ORDER = "MADE_TO_ORDER"


class ProductType(models.Model):
    """A kind of product, for example "Furniture" or "Fresh fruit", with the attributes its products have.

    ``name`` is English; other languages are translations of ``catalog.ProductType``.
    """

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=13, choices=ProductTypeKind.choices, default=ProductTypeKind.NORMAL)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.slug
