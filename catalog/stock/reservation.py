"""Reservation: pieces that a checkout keeps for a while."""

from django.db import models

from catalog.products.variant import ProductVariant


class Reservation(models.Model):
    """``holder`` (a checkout line's or checkout's own UUID) keeps ``quantity`` pieces until ``expires_at``."""

    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="reservations")
    holder = models.UUIDField()
    quantity = models.PositiveIntegerField()
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["holder", "variant"], name="reservation_once_per_holder"),
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="reservation_of_something"),
        ]
        indexes = [models.Index(fields=["expires_at"], name="reservation_expiry")]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.variant_id}"
