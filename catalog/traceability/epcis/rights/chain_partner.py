"""ChainPartner: who handed goods to whom, as far as events tell: the ground of a partner's right to read."""

from __future__ import annotations

from django.db import models


class ChainPartner(models.Model):
    """``seller`` named ``partner`` in an event about the thing, or named one that named it (see ``note_partners``)."""

    uri = models.CharField(max_length=400)
    """Canonical, of the thing."""
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["uri", "seller", "partner"], name="chain_partner_once"),
        ]
        indexes = [
            models.Index(fields=["seller", "partner", "uri"], name="chain_partners_by_pair"),
        ]

    def __str__(self) -> str:
        return f"{self.seller_id} shares {self.uri} with {self.partner_id}"
