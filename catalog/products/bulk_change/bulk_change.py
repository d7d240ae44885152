"""BulkChange: a change to many products that was made, kept for as long as it may be taken back."""

from datetime import datetime, timedelta

from django.db import models

from catalog.products.bulk_change.change import ChangeKind
from marketplace.sellers.models import Seller

UNDO_FOR = timedelta(minutes=15)


class BulkChange(models.Model):
    """``before`` and ``after`` are `Facts` by product id. Rows of yesterday are removed by the seller's next change."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in ChangeKind])
    fingerprint = models.CharField(max_length=64)
    before = models.JSONField()
    after = models.JSONField()
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["seller", "made_at"], name="bulk_changes_of_a_seller")]

    def __str__(self) -> str:
        return f"{self.kind} of {len(self.before)} products"

    @property
    def undo_until(self) -> datetime:
        return self.made_at + UNDO_FOR

    def may_be_undone(self, now: datetime) -> bool:
        return self.undone_at is None and now < self.undo_until
