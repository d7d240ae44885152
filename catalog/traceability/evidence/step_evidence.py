"""StepEvidence: a photo or a paper that shows what a step says."""

from __future__ import annotations

import uuid

from django.db import models

from catalog.traceability.step import TraceStep


class EvidenceKind(models.TextChoices):
    PHOTO = "PHOTO"
    PAPER = "PAPER"


class StepEvidence(models.Model):
    """A file of one step. It is never changed; hashes tell that it is the one that was given."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    step = models.ForeignKey(TraceStep, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=5, choices=EvidenceKind.choices)
    file = models.CharField(max_length=200)
    """A photo: storage path as of pictures of products. A paper: name in the private folder."""
    file_type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    """Of what is kept: without camera, place and other metadata."""
    original_sha256 = models.CharField(max_length=64)
    """Of what was given, which its giver may still have."""
    taken_at = models.DateTimeField(null=True)
    """As the telephone said with the photo, or as the photo itself said."""
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    """WGS 84, where the one who took it agreed to give it."""
    is_public = models.BooleanField(default=True)
    """Whether shoppers may see it; where exactly it was taken they are never told."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["step", "original_sha256"], name="evidence_once_per_step")]

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:12]}"
