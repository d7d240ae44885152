"""The history of a quote: who did what, when and why. Rows are only ever added."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from orders.lifecycle.by import Role
from orders.quotes.quote import Quote
from orders.quotes.states import QuoteStatus


class QuoteEvent(models.Model):
    quote = models.ForeignKey(Quote, models.CASCADE, related_name="events")
    before = models.CharField(max_length=10, choices=QuoteStatus.choices, blank=True)
    """Empty for the request itself."""
    status = models.CharField(max_length=10, choices=QuoteStatus.choices)
    """What it became."""
    version = models.PositiveSmallIntegerField(default=0)
    """The version it is about."""
    at = models.DateTimeField(default=timezone.now)
    role = models.CharField(max_length=10, choices=Role.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.TextField(blank=True, max_length=1000)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.status} {self.quote_id} at {self.at:%Y-%m-%d %H:%M}"
