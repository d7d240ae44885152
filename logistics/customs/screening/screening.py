"""What screening found about somebody goods are to go to, and what a person decided."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from logistics.customs.screening.listed_party import ListEdition
from logistics.customs.screening.states import ScreeningStatus


class Screening(models.Model):
    """One name compared with the lists that held. The same name with the same lists is compared once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=60, db_index=True)
    """What the caller knows the goods by: the order's number."""
    role = models.CharField(max_length=20)
    """Whose name it is: BUYER, CONSIGNEE or BILLED."""
    name = models.CharField(max_length=400, blank=True)
    """Empty once it was forgotten."""
    country = models.CharField(max_length=2, blank=True)
    subject_digest = models.CharField(max_length=64)
    editions_digest = models.CharField(max_length=64)
    hits_digest = models.CharField(max_length=64, blank=True)
    """Of the listed parties found: a person who was told apart from them once is not stopped for them again."""
    status = models.CharField(max_length=12, choices=ScreeningStatus.choices)
    is_current = models.BooleanField(default=True)
    """Not once the lists, or the names on the order, are others."""
    screened_at = models.DateTimeField(auto_now_add=True)
    cleared_like = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    """The earlier screening of the same name whose decision holds here."""

    class Meta:
        ordering = ["screened_at", "id"]
        indexes = [
            models.Index(fields=["is_current", "status", "screened_at"], name="screenings_by_status"),
            models.Index(fields=["subject_digest", "hits_digest"], name="screenings_alike"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["reference", "role", "subject_digest", "editions_digest"], name="name_screened_once_per_lists"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} of {self.reference}: {self.status}"


class ScreeningHit(models.Model):
    """A listed party the name may be; copied, so that it reads the same when the list has moved on."""

    screening = models.ForeignKey(Screening, models.CASCADE, related_name="hits")
    edition = models.ForeignKey(ListEdition, models.PROTECT, related_name="+")
    source = models.CharField(max_length=40)
    uid = models.CharField(max_length=80)
    kind = models.CharField(max_length=10)
    listed_name = models.CharField(max_length=400)
    """The party's main name."""
    matched_name = models.CharField(max_length=400)
    """The one of its names that is like the screened one."""
    score = models.DecimalField(max_digits=4, decimal_places=3)
    reasons = models.JSONField()
    programs = models.JSONField()
    countries = models.JSONField()
    born = models.JSONField()

    class Meta:
        ordering = ["-score", "id"]

    def __str__(self) -> str:
        return f"{self.source} {self.uid} {self.score}"


class ScreeningDecision(models.Model):
    """Who decided what, when and why. Rows are added, never changed."""

    screening = models.ForeignKey(Screening, models.CASCADE, related_name="decisions")
    status = models.CharField(max_length=12, choices=ScreeningStatus.choices)
    reason = models.CharField(max_length=1000)
    decided_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["decided_at", "id"]

    def __str__(self) -> str:
        return f"{self.status} at {self.decided_at:%Y-%m-%d %H:%M}"
