"""TraceFeedback: what somebody with the piece in hand tells its maker, without a name."""

from __future__ import annotations

from django.db import models

from catalog.traceability.lot import TraceCode


class TraceFeedback(models.Model):
    """For the seller's people alone: nobody can tell whether the writer bought anything, so it is no review."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.CASCADE, related_name="+")
    code = models.ForeignKey(TraceCode, on_delete=models.CASCADE, related_name="+")
    rating = models.PositiveSmallIntegerField()
    text = models.TextField(max_length=2000, blank=True)
    language = models.CharField(max_length=16)
    """Of the page it was written on."""
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["seller", "-created_at"], name="feedback_of_seller")]
        constraints = [
            models.CheckConstraint(condition=models.Q(rating__gte=1, rating__lte=5), name="feedback_in_stars"),
        ]

    def __str__(self) -> str:
        return f"{self.rating} for {self.code_id}"
