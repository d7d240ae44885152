"""Quote: what one seller and the buyer say to each other about a request."""

import uuid

from django.db import models

from orders.quotes.quote_request import QuoteRequest
from orders.quotes.states import QuoteStatus


class QuoteQuerySet(models.QuerySet["Quote"]):
    def overdue(self, today: object) -> "QuoteQuerySet":
        """Nobody answered in time."""
        waiting = (QuoteStatus.REQUESTED, QuoteStatus.OFFERED, QuoteStatus.COUNTERED)
        return self.filter(status__in=waiting, valid_until__lt=today)


class Quote(models.Model):
    """One per request and seller. Changed only under its lock, and each change is a ``QuoteEvent``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=20, unique=True)
    request = models.ForeignKey(QuoteRequest, models.CASCADE, related_name="quotes")
    seller = models.ForeignKey("sellers.Seller", models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=QuoteStatus.choices, default=QuoteStatus.REQUESTED)
    latest_version = models.PositiveSmallIntegerField(default=0)
    valid_until = models.DateField()
    """The last day to answer the request or the latest version."""
    shipping_address = models.JSONField(null=True)
    """Where the buyer wants it, if not (or not only) where the request said; what an acceptance is sent to."""
    order = models.OneToOneField("orders.Order", models.PROTECT, null=True, related_name="+")
    """What came of it. One quote gives one order, however often it is accepted."""
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    objects = QuoteQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["request", "seller"], name="one_quote_per_request_and_seller"),
            models.CheckConstraint(
                condition=models.Q(status=QuoteStatus.ACCEPTED, order__isnull=False)
                | (~models.Q(status=QuoteStatus.ACCEPTED) & models.Q(order__isnull=True)),
                name="accepted_quote_has_its_order",
            ),
        ]
        indexes = [
            models.Index(fields=["seller", "status", "-updated_at"], name="quotes_of_a_seller"),
            models.Index(fields=["status", "valid_until"], name="quotes_falling_due"),
            models.Index(fields=["created_at"], name="quotes_by_day"),
        ]

    def __str__(self) -> str:
        return self.number
