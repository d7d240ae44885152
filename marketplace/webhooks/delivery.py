"""WebhookDelivery: one event on its way to one webhook; WebhookAttempt: what came of each call."""

import uuid

from django.db import models
from django.db.models import Q

from marketplace.webhooks.event_type import WebhookEventType
from marketplace.webhooks.webhook import Webhook

KEPT_ANSWER = 500
"""First characters of an answer that are kept for whoever looks for a mistake."""


class DeliveryStatus(models.TextChoices):
    PENDING = "PENDING"
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"


class Failure(models.TextChoices):
    """Why a call was no success."""

    STATUS = "STATUS"
    """The answer was not one of success; redirects are not followed and count as this."""
    TIMEOUT = "TIMEOUT"
    CONNECTION = "CONNECTION"
    """No connection, no certificate to trust, or it broke off."""
    ADDRESS_REFUSED = "ADDRESS_REFUSED"
    """The name leads into a network that is not the public one."""


class WebhookDelivery(models.Model):
    """Written in the transaction in which the event's reaction runs, so that none is lost and none invented."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    event_type = models.CharField(max_length=30, choices=WebhookEventType.choices)
    event_id = models.UUIDField()
    """The same for all webhooks that are told of one event, and for every repetition."""
    payload = models.TextField()
    """The body as it is sent, each time the same."""
    status = models.CharField(max_length=8, choices=DeliveryStatus.choices, default=DeliveryStatus.PENDING)
    attempts_made = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField()
    """Not looked at before; pushed on while somebody sends it, and after a failure."""
    give_up_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(
                fields=["next_attempt_at"], name="webhook_delivery_waiting", condition=Q(status=DeliveryStatus.PENDING)
            ),
            models.Index(fields=["webhook", "-created_at"], name="deliveries_of_a_webhook"),
        ]

    def __str__(self) -> str:
        return f"{self.event_type} {self.id}"


class WebhookAttempt(models.Model):
    delivery = models.ForeignKey(WebhookDelivery, on_delete=models.CASCADE, related_name="attempts")
    at = models.DateTimeField()
    duration_ms = models.PositiveIntegerField()
    status_code = models.PositiveSmallIntegerField(null=True)
    """Of the answer; nothing when there was none."""
    failure = models.CharField(max_length=16, choices=Failure.choices, blank=True)
    """Empty after a success."""
    answer = models.CharField(max_length=KEPT_ANSWER, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.status_code or self.failure} for {self.delivery_id}"
