"""DigitalLinkTarget: where the code of a thing leads, as its seller wants it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from datetime import datetime


class TargetQuerySet(models.QuerySet["DigitalLinkTarget"]):
    def in_use(self) -> TargetQuerySet:
        """What the resolver serves: switched on by the seller and not taken down by the operator."""
        return self.filter(is_active=True, taken_down_at__isnull=True)


class DigitalLinkTarget(models.Model):
    """One link of one level of identification: a product (``/01/…``), a lot (``/01/…/10/…``), a piece (``/01/…/21/…``).

    Of the links of a level at most one in use is its default.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    path = models.CharField(max_length=300)
    """Key and qualifiers as in the canonical Digital Link, percent-encoded."""
    link_type = models.CharField(max_length=40)
    """A word of the GS1 Web Vocabulary: ``instructions`` for ``gs1:instructions``."""
    href = models.CharField(max_length=500)
    """https, without a user; see `check_href`."""
    title = models.CharField(max_length=200)
    languages = models.JSONField(default=list)
    """BCP 47 tags of what is read there (``hreflang``); empty when it is not said."""
    media_type = models.CharField(max_length=100, blank=True)
    context = models.CharField(max_length=40, blank=True)
    """A country or another word by which the link is asked for: ``VN``."""
    is_default = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    taken_down_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    taken_down_reason = models.CharField(max_length=500, blank=True)
    taken_down_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = TargetQuerySet.as_manager()

    class Meta:
        ordering = ["path", "link_type", "created_at", "id"]
        indexes = [
            models.Index(fields=["path"], name="link_targets_of_path"),
            models.Index(fields=["seller", "path"], name="link_targets_of_seller"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "path"],
                name="link_target_default_once",
                condition=Q(is_default=True, is_active=True, taken_down_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path} gs1:{self.link_type}"
