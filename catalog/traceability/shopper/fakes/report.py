"""FakeReport: somebody holds goods that may be a fake, with a code of ours or with one that we never made."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from catalog.traceability.lot import TraceCode


class FakeState(models.TextChoices):
    NEW = "NEW"
    LOOKED_INTO = "LOOKED_INTO"
    CONFIRMED = "CONFIRMED"
    """The goods are not the maker's."""
    DISMISSED = "DISMISSED"
    """They are, or nothing could be found out."""


class FakeReport(models.Model):
    """A case for the seller whose code it is and for the operator; with an unknown code for the operator alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    typed_code = models.CharField(max_length=60)
    """What stands on the goods, as it was typed or scanned."""
    code = models.ForeignKey(TraceCode, on_delete=models.PROTECT, null=True, related_name="+")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+")
    bought_at = models.CharField(max_length=300)
    """Shop, market or site, in the reporter's words."""
    country = models.CharField(max_length=2, blank=True)
    text = models.TextField(max_length=3000, blank=True)
    language = models.CharField(max_length=16)
    contact_email = models.EmailField(max_length=254, blank=True, db_index=True)
    """Only where the reporter wants to be asked; gone with the case's end."""
    photo = models.CharField(max_length=80, blank=True)
    """Where it lies among the private files."""
    state = models.CharField(max_length=12, choices=FakeState.choices, default=FakeState.NEW)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "id"]
        indexes = [
            models.Index(fields=["seller", "-created_at"], name="fakes_of_seller"),
            models.Index(fields=["state", "-created_at"], name="fakes_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.typed_code} {self.state}"


class FakeReportStep(models.Model):
    """What was done about a case. Rows are added, never changed."""

    report = models.ForeignKey(FakeReport, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=12, choices=FakeState.choices)
    note = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_operator = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.report_id} {self.state}"
