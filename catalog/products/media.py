"""ProductMedia: a picture of a product, re-encoded by us and stored under a name nobody can guess."""

from django.db import models

from catalog.products.product import Product

SIZES = (256, 512, 1024)
"""Longest edges in pixels that are made when a picture is uploaded."""


class ProductMedia(models.Model):
    """A picture. ``image`` is the storage path of the 1024 px WebP; the smaller ones lie beside it."""

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
