"""Favorite: a product that somebody has kept to come back to. Nobody else sees it, its seller least of all."""

from django.conf import settings
from django.db import models

from catalog.products.product import Product


class Favorite(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["user", "product"], name="favorite_once")]
        indexes = [models.Index(fields=["user", "-created_at"], name="favorites_of_a_person")]

    def __str__(self) -> str:
        return f"{self.product_id} of {self.user_id}"
