"""WarrantyRegistration: who bought a piece told the maker so, to be helped when something breaks."""

from __future__ import annotations

import uuid

from django.db import models

from catalog.traceability.lot import TraceCode


class WarrantyRegistration(models.Model):
    """One confirmed per piece. Without the click in the letter it is forgotten; with it, kept until all is over."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(TraceCode, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField(max_length=254, db_index=True)
    language = models.CharField(max_length=16)
    bought_on = models.DateField()
    bought_at = models.CharField(max_length=200, blank=True)
    """Shop or site, in the buyer's words."""
    ends_on = models.DateField()
    """Its last day."""
    consented_at = models.DateTimeField()
    """When the buyer agreed that the maker keeps the address for this piece's sake."""
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-consented_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], name="one_warranty_per_piece", condition=models.Q(confirmed_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["seller", "-consented_at"], name="warranties_of_seller")]

    def __str__(self) -> str:
        return f"warranty of {self.code_id}"
