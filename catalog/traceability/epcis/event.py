"""An EPCIS event as it was captured. Rows are never changed: what was wrong is answered by an error declaration."""

from __future__ import annotations

from django.db import models

from marketplace.append_only.rows import AppendOnlyModel
from marketplace.append_only.triggers import Refusal


class EventType(models.TextChoices):
    OBJECT = "ObjectEvent"
    AGGREGATION = "AggregationEvent"
    TRANSACTION = "TransactionEvent"
    TRANSFORMATION = "TransformationEvent"
    ASSOCIATION = "AssociationEvent"


class Audience(models.TextChoices):
    """Who may read it, each including those after it."""

    PUBLIC = "PUBLIC"
    CHAIN = "CHAIN"
    """Parties that hold goods of the same chain."""
    AUTHORITY = "AUTHORITY"
    OWNER = "OWNER"


class EpcisEvent(AppendOnlyModel):
    """Columns are canonical URIs (see ``identifiers.py`` and ``vocabulary.py`` beside this file), empty for nothing."""

    event_id = models.CharField(max_length=512, db_index=True)
    """As captured, or ``ni:///sha-256;…`` of its hash. An error declaration repeats the id of what it corrects."""
    event_hash = models.CharField(max_length=64)
    """Hexadecimal SHA-256 of the canonical form (CBV 2.0, section 8.9)."""
    is_error_declaration = models.BooleanField(default=False)
    type = models.CharField(max_length=20, choices=EventType.choices)
    event_time = models.DateTimeField()
    event_time_zone_offset = models.CharField(max_length=6)
    record_time = models.DateTimeField()
    action = models.CharField(max_length=7, blank=True)
    biz_step = models.CharField(max_length=200, blank=True)
    disposition = models.CharField(max_length=200, blank=True)
    read_point = models.CharField(max_length=400, blank=True)
    biz_location = models.CharField(max_length=400, blank=True)
    transformation_id = models.CharField(max_length=400, blank=True)
    error_declared_at = models.DateTimeField(null=True)
    error_reason = models.CharField(max_length=200, blank=True)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+")
    """Whose event it is; empty for what the marketplace captured itself."""
    capture = models.UUIDField(null=True, db_index=True)
    """The capture job that brought it."""
    audience = models.CharField(max_length=9, choices=Audience.choices, default=Audience.CHAIN)
    document = models.JSONField()
    """The event with its own context, as it came."""

    class Meta:
        ordering = ["record_time", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "event_hash", "is_error_declaration"],
                name="epcis_event_once_per_seller",
                condition=models.Q(seller__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["event_hash", "is_error_declaration"],
                name="epcis_own_event_once",
                condition=models.Q(seller__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["event_time", "id"], name="epcis_by_event_time"),
            models.Index(fields=["record_time", "id"], name="epcis_by_record_time"),
            models.Index(fields=["biz_step", "event_time"], name="epcis_by_step"),
            models.Index(fields=["seller", "event_time"], name="epcis_of_seller"),
            models.Index(
                fields=["transformation_id"], name="epcis_by_transformation", condition=~models.Q(transformation_id="")
            ),
            models.Index(
                fields=["event_id"], name="epcis_errors_declared", condition=models.Q(is_error_declaration=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.event_id}"


REFUSAL = Refusal(
    tables=(
        "catalog_epcisevent",
        "catalog_eventthing",
        "catalog_eventlink",
        "catalog_eventdisposition",
        "catalog_eventfield",
    ),
    message="events are append-only",
    function="catalog_events_refuse",
)
