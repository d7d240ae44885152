"""A buyer and a seller do not agree: what is said, by when, and what the marketplace decides."""

import uuid

from django.conf import settings
from django.db import models

from i18n.fields import amount_field
from i18n.money import Money
from orders.disputes.states import OPEN, DisputeStatus
from orders.lifecycle.by import Role
from orders.lifecycle.seller_order import SellerOrder
from orders.stored_money import stored


class DisputeReason(models.TextChoices):
    NOT_RECEIVED = "NOT_RECEIVED"
    NOT_AS_DESCRIBED = "NOT_AS_DESCRIBED"
    DAMAGED = "DAMAGED"
    RETURN_REFUSED = "RETURN_REFUSED"
    REFUND_MISSING = "REFUND_MISSING"


class Dispute(models.Model):
    """About one seller's part; there is at most one open at a time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller_order = models.ForeignKey(SellerOrder, models.CASCADE, related_name="disputes")
    position = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=32, unique=True)
    """``BDM-2026-000123-1-D1``."""
    status = models.CharField(max_length=12, choices=DisputeStatus.choices, default=DisputeStatus.OPEN)
    reason = models.CharField(max_length=20, choices=DisputeReason.choices)
    claimed_amount = amount_field()
    offered_amount = amount_field(null=True)
    """What the seller would pay back; empty when the answer is no."""
    refunded_amount = amount_field(null=True)
    """What was agreed on or decided; zero says that nothing is paid back."""
    legal_basis = models.CharField(max_length=300, blank=True)
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    """By when whoever is to speak next has to; afterwards the marketplace decides. Empty when nobody has to."""
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opened_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["seller_order", "position"], name="one_dispute_per_position"),
            models.UniqueConstraint(
                fields=["seller_order"],
                condition=models.Q(status__in=[status.value for status in OPEN]),
                name="one_open_dispute_per_part",
            ),
        ]
        indexes = [models.Index(fields=["status", "due_at"], name="disputes_falling_due")]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def claimed(self) -> Money:
        return stored(self.claimed_amount, self.seller_order.currency)

    @property
    def offered(self) -> Money | None:
        return None if self.offered_amount is None else stored(self.offered_amount, self.seller_order.currency)

    @property
    def refunded(self) -> Money | None:
        return None if self.refunded_amount is None else stored(self.refunded_amount, self.seller_order.currency)


class DisputeMessage(models.Model):
    """What one side said. Rows are only ever added."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="messages")
    role = models.CharField(max_length=10, choices=Role.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    text = models.TextField(max_length=4000)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.role} at {self.at:%Y-%m-%d %H:%M}"
