"""The contract between organiser and exhibitor, and how it was agreed to."""

from django.conf import settings
from django.db import models

from marketplace.expo.contracts.paper import FairPaper
from marketplace.expo.exhibitor import Exhibitor


class FairContract(models.Model):
    """Made when an application is approved. Agreed online by a manager, or on a signed copy, or both."""

    exhibitor = models.OneToOneField(Exhibitor, on_delete=models.PROTECT, related_name="contract")
    paper = models.OneToOneField(FairPaper, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    accepted_name = models.CharField(max_length=120, blank=True)
    """As who accepted typed it."""
    accepted_sha256 = models.CharField(max_length=64, blank=True)
    """Of the PDF that was accepted."""
    signed_file = models.CharField(max_length=60, blank=True)
    signed_file_type = models.CharField(max_length=40, blank=True)
    signed_sha256 = models.CharField(max_length=64, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    """When the copy came in."""
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"contract {self.paper_id}"

    @property
    def is_agreed(self) -> bool:
        return self.accepted_at is not None or self.signed_at is not None
