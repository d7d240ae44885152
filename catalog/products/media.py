"""ProductMedia: a picture of a product, re-encoded by us and stored under a name nobody can guess."""

from django.db import models

from catalog.products.product import Product

SIZES = (256, 512, 1024, 2048)
"""Longest edges in pixels. The last is what is kept of the upload; the others are made from it."""
FORMATS = ("webp", "avif")


class ProductMedia(models.Model):
    """A picture. ``image`` is the storage path of the WebP kept of the upload; thumbnails lie beside it."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="media")
    image = models.CharField(max_length=200)
    alt = models.CharField(max_length=250, blank=True)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    sort_order = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        verbose_name_plural = "product media"

    def __str__(self) -> str:
        return self.image
