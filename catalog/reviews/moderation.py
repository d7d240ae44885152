"""The history of a review: who let it be seen or not, and why. Rows are only ever added."""

from django.conf import settings
from django.db import models

from catalog.reviews.review import Review, ReviewStatus


class ReviewModeration(models.Model):
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="moderations")
    status = models.CharField(max_length=10, choices=ReviewStatus.choices)
    reason = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.review_id} {self.status}"
