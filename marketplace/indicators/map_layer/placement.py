"""SellerPlacement: how exactly the public map shows a seller. Without a row it is the ward."""

from __future__ import annotations

from django.db import models


class Placement(models.TextChoices):
    WARD = "WARD"
    """A point in the middle of the ward or commune of its seat."""
    EXACT = "EXACT"
    """The point of its own workshop or shop that it lets the public see; its ward while there is none."""
    HIDDEN = "HIDDEN"
    """Not on the map at all."""


class SellerPlacement(models.Model):
    seller = models.OneToOneField("sellers.Seller", on_delete=models.CASCADE, related_name="+")
    placement = models.CharField(max_length=6, choices=Placement.choices)
    chosen_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Seller {self.seller_id}: {self.placement}"
