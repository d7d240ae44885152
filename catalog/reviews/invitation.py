"""ReviewInvitation: the right to review a product, given once for every bought line when the goods have arrived."""

import secrets

from django.conf import settings
from django.db import models

from catalog.products.product import Product


def new_token() -> str:
    """256 bits nobody guesses: who bought without an account reviews with it."""
    return secrets.token_urlsafe(32)


class ReviewInvitation(models.Model):
    """Whoever sold gives it; the catalogue does not know orders, only the name of the line it was given for."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    line = models.CharField(max_length=80, unique=True)
    """What was bought, as the giver names it: ``orders.OrderLine:17``. Unique: one review per bought line."""
    purchase = models.CharField(max_length=80)
    """The purchase it belongs to, as the giver names it: ``orders.Order:9f…``."""
    channel = models.ForeignKey("channels.Channel", on_delete=models.SET_NULL, null=True, related_name="+")
    """The market it was bought in; reviews may be switched off there."""
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    token = models.CharField(max_length=64, default=new_token, unique=True)
    variant_name = models.CharField(max_length=200, blank=True)
    """Which version was bought, shown with the review."""
    first_name = models.CharField(max_length=60, blank=True)
    country = models.CharField(max_length=2, blank=True)
    """All that a review will say of its writer."""
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["user", "-created_at"], name="review_rights_of_a_person"),
            models.Index(fields=["purchase"], name="review_rights_of_purchase"),
        ]

    def __str__(self) -> str:
        return self.line
