"""The serials that a seller's parcels are numbered with."""

from __future__ import annotations

from django.db import models


class SsccRange(models.Model):
    """``next_serial`` is taken under this row's lock, in the transaction that uses it: no gap and no clash."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.CASCADE, related_name="+")
    prefix = models.CharField(max_length=12, unique=True)
    """Given by GS1 to the seller, or one of ours; the same company belongs to one seller here."""
    is_internal = models.BooleanField()
    next_serial = models.BigIntegerField(default=1)
    ended_at = models.DateTimeField(null=True)
    """Another prefix has taken its place."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller"], condition=models.Q(ended_at__isnull=True), name="one_sscc_range_in_use"
            )
        ]

    def __str__(self) -> str:
        return f"{self.prefix} from {self.next_serial}"
