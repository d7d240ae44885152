"""PiecePin: the hidden number below the scratch field of a piece's label, as a keyed hash alone."""

from __future__ import annotations

from django.db import models

from catalog.traceability.lot import TraceCode


class PiecePin(models.Model):
    """Who checks a piece is not kept: only when it was checked first, how often, and how many tries went wrong."""

    code = models.OneToOneField(TraceCode, on_delete=models.CASCADE, primary_key=True, related_name="+")
    pin_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    first_checked_at = models.DateTimeField(null=True)
    checks = models.PositiveIntegerField(default=0)
    """Right ones, the first included."""
    wrong_on = models.DateField(null=True)
    """The last day with a wrong try, in UTC, and …"""
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    """… how many there were on it."""

    class Meta:
        indexes = [models.Index(fields=["wrong_on"], name="pins_tried_wrongly")]

    def __str__(self) -> str:
        return self.code_id
