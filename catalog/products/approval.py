"""A product's state of review, and the history of who changed it and why."""

from django.conf import settings
from django.db import models


class ProductApproval(models.TextChoices):
    """DRAFT -> PENDING -> APPROVED or REJECTED; changed texts or pictures lead from APPROVED back to PENDING."""

    DRAFT = "DRAFT"
    PENDING = "PENDING"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"


class ProductApprovalChange(models.Model):
    """One step of a product's review. Rows are only ever added."""

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="approval_changes")
    approval = models.CharField(max_length=10, choices=ProductApproval.choices)
    reason = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.product_id} {self.approval}"
