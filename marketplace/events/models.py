"""The outbox: one row per published event, and one per reaction to it."""

import uuid

from django.db import models


class OutboxMessage(models.Model):
    """An event waiting for delivery, or delivered. A row is never lost between commit and delivery."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sequence = models.BigIntegerField(default=0)
    """Order of publication among events of the same moment."""
    name = models.CharField(max_length=120)
    payload = models.JSONField()
    cause = models.JSONField(null=True)
    """Which request or job published it, as `marketplace.observability.cause` writes it; what follows is logged and
    traced as its consequence."""
    created_at = models.DateTimeField(auto_now_add=True)
    available_at = models.DateTimeField()
    """Not looked at before this moment: pushed on while somebody delivers it, and after a failure."""
    attempts = models.PositiveIntegerField(default=0)
    """How often somebody took it up."""
    last_error = models.TextField(blank=True)
    delivered_at = models.DateTimeField(null=True)
    """When every reaction had run."""
    dead_at = models.DateTimeField(null=True)
    """When the last reaction that could still have run was given up. Kept for people to look at; see `revive`."""

    class Meta:
        ordering = ["created_at", "sequence"]
        indexes = [
            models.Index(
                fields=["available_at"],
                name="outbox_waiting",
                condition=models.Q(delivered_at__isnull=True, dead_at__isnull=True),
            ),
            models.Index(fields=["delivered_at"], name="outbox_delivered"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.id}"


class Delivery(models.Model):
    """How far one reaction to one message has come. ``delivered_at`` commits together with what the reaction did."""

    message = models.ForeignKey(OutboxMessage, on_delete=models.CASCADE, related_name="deliveries", db_constraint=False)
    """Without a constraint in the database: there the messages are in parts by month, whose key is (id, moment)."""
    reaction = models.CharField(max_length=200)
    """Where the function stands: ``package.module.function``."""
    attempts = models.PositiveIntegerField(default=0)
    available_at = models.DateTimeField()
    last_error = models.TextField(blank=True)
    delivered_at = models.DateTimeField(null=True)
    dead_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "reaction"], name="one_delivery_per_reaction")]

    def __str__(self) -> str:
        return f"{self.reaction} on {self.message_id}"

    @property
    def is_open(self) -> bool:
        return self.delivered_at is None and self.dead_at is None
