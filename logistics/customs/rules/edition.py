"""CustomsEdition: a file of rules that the operator brought, looked through, and perhaps applied."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models


class EditionStatus(models.TextChoices):
    PREVIEWED = "PREVIEWED"
    APPLIED = "APPLIED"
    DISCARDED = "DISCARDED"


class CustomsEditionQuerySet(models.QuerySet["CustomsEdition"]):
    def applied(self) -> Self:
        return self.filter(status=EditionStatus.APPLIED)


class CustomsEdition(models.Model):
    """``rows`` are dicts: ``number`` (line of the file), ``cells`` (by column), ``mistakes`` (``column``, ``message``,
    ``params``) and ``before`` (what the row takes the place of, in the words of the file, or nothing).

    Applied editions are added, never changed or removed: what held on a day, as far as it was known at a moment, can be
    told for ever. ``digest`` chains them: SHA-256 of the digest before it and the rows.
    """

    file_name = models.CharField(max_length=200)
    status = models.CharField(max_length=10, choices=EditionStatus.choices, default=EditionStatus.PREVIEWED)
    rows = models.JSONField(default=list)
    written = models.PositiveIntegerField(default=0)
    """How many of the rows count since it was applied."""
    note = models.CharField(max_length=400, blank=True)
    """Why, and after which text of the law."""
    sequence = models.PositiveIntegerField(null=True, unique=True)
    """1, 2, 3 … in the order of being applied; rules carry it behind their name."""
    digest = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True)

    objects = models.Manager.from_queryset(CustomsEditionQuerySet)()

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def wrong_rows(self) -> int:
        return sum(1 for row in self.rows if row["mistakes"])

    def good_rows(self) -> list[dict[str, str]]:
        """The cells of the rows without mistakes."""
        return [row["cells"] for row in self.rows if not row["mistakes"]]

    def wrong(self) -> list[dict[str, Any]]:
        return [row for row in self.rows if row["mistakes"]]
