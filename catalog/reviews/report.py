"""ReviewReport: somebody tells staff that a review should not be there."""

from django.conf import settings
from django.db import models

from catalog.reviews.review import Review


class ReportReason(models.TextChoices):
    FALSE = "FALSE"
    """Not about the goods, or not from a buyer."""
    OFFENSIVE = "OFFENSIVE"
    PRIVATE = "PRIVATE"
    """Names people, addresses or telephone numbers."""
    ADVERTISING = "ADVERTISING"
    UNLAWFUL = "UNLAWFUL"
    OTHER = "OTHER"


class ReviewReport(models.Model):
    """One per person and review; open until staff have looked at the review again."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=20, choices=ReportReason.choices)
    text = models.CharField(max_length=1000, blank=True)
    created_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["review", "reporter"], name="review_reported_once")]

    def __str__(self) -> str:
        return f"{self.review_id} {self.reason}"
