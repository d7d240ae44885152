"""EpcisSubscription: who is told of the events that a named query gives; SubscribedEvent: what waits to be told."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.named_queries.named_query import NamedQuery
from marketplace.sealed.field import SealedTextField

if TYPE_CHECKING:
    from datetime import datetime


class EpcisSubscription(models.Model):
    """It sees what its seller may see, at the time it is told. Either a stream or by a schedule."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    query = models.ForeignKey(NamedQuery, on_delete=models.CASCADE, related_name="subscriptions")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    dest = models.CharField(max_length=500)
    signature_token = SealedTextField(null=True)
    """What the receiver has chosen to know our messages by."""
    schedule: models.JSONField[Any, Any] = models.JSONField(null=True)
    """As it was given; nothing for a stream."""
    report_if_empty = models.BooleanField(default=False)
    initial_record_time: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    last_notified_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    next_attempt_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    """When it is to be told: the schedule's next moment, or at once, or after a pause. Nothing for a stream that has
    been told everything."""
    failures = models.PositiveIntegerField(default=0)
    """Calls that failed since one succeeded."""
    failing_since: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    stopped_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    """After three days of failures nobody is called any more."""

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(fields=["next_attempt_at"], name="subscriptions_due", condition=Q(stopped_at__isnull=True)),
            models.Index(fields=["seller"], name="subscriptions_of_seller"),
        ]

    def __str__(self) -> str:
        return f"{self.query_id} -> {self.dest}"


class SubscribedEvent(models.Model):
    """An event that a subscription has not been told of. Gone when it has."""

    subscription = models.ForeignKey(EpcisSubscription, on_delete=models.CASCADE, related_name="waiting")
    event = models.ForeignKey(EpcisEvent, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subscription", "event"], name="subscribed_event_once")]

    def __str__(self) -> str:
        return f"{self.event_id} for {self.subscription_id}"
