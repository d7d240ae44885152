"""PushMessage: one notice on its way to one device."""

from django.db import models
from django.db.models import Q

from marketplace.push.kinds import PushKind
from marketplace.push.subscription import PushSubscription


class PushStatus(models.TextChoices):
    PENDING = "PENDING"
    SENT = "SENT"
    """The push service has taken it; it says no more."""
    GIVEN_UP = "GIVEN_UP"


class PushMessage(models.Model):
    """Written in the transaction of the reaction to its event, once for each event and device."""

    subscription = models.ForeignKey(PushSubscription, on_delete=models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=20, choices=PushKind.choices)
    about = models.CharField(max_length=100)
    """What happened, for ever the same for one event: it is told to a device once."""
    payload = models.TextField(blank=True)
    """JSON: the words and where they lead; emptied when it is finished."""
    status = models.CharField(max_length=8, choices=PushStatus.choices, default=PushStatus.PENDING)
    attempts_made = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField()
    """Not looked at before; pushed on while somebody sends it, and after a failure."""
    give_up_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    last_failure = models.CharField(max_length=40, blank=True)
    """A status or a kind of failure, never an answer's text."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["subscription", "kind", "about"], name="one_push_per_event_and_device")
        ]
        indexes = [
            models.Index(fields=["next_attempt_at"], name="push_waiting", condition=Q(status=PushStatus.PENDING)),
            models.Index(fields=["finished_at"], name="push_finished"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for subscription {self.subscription_id}"
