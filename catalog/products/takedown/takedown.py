"""Takedown: an authority asked for something to be hidden, and what became of it."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from marketplace.sellers.models import Seller


class TakedownQuerySet(models.QuerySet["Takedown"]):
    def in_force(self) -> "TakedownQuerySet":
        """What they name is hidden."""
        return self.filter(lifted_at__isnull=True)

    def unanswered(self) -> "TakedownQuerySet":
        """The authority has not been told yet; the clock runs."""
        return self.in_force().filter(answered_at__isnull=True)


class Takedown(models.Model):
    """Hides one product, or everything of a seller when ``product`` is empty, in every market until it is lifted."""

    seller = models.ForeignKey(Seller, on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey("catalog.Product", on_delete=models.PROTECT, null=True, related_name="takedowns")
    authority = models.CharField(max_length=200)
    reference = models.CharField(max_length=120)
    """The number of the authority's letter."""
    reason = models.CharField(max_length=2000)
    legal_basis = models.CharField(max_length=500)
    """The law the authority names."""
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    """Until when the goods are hidden and the authority has its answer."""
    recorded_at = models.DateTimeField()
    """The goods are hidden from this moment."""
    answered_at = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)

    objects: ClassVar[TakedownQuerySet] = TakedownQuerySet.as_manager()  # type: ignore[assignment]  # a manager of this queryset

    class Meta:
        ordering = ["due_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "reference", "seller", "product"], name="takedown_once"),
            models.UniqueConstraint(
                fields=["authority", "reference", "seller"],
                condition=Q(product__isnull=True),
                name="takedown_of_seller_once",
            ),
            models.CheckConstraint(condition=Q(due_at__gt=F("received_at")), name="takedown_due_later"),
        ]
        indexes = [
            models.Index(fields=["product"], name="takedown_of_product", condition=Q(lifted_at__isnull=True)),
            models.Index(fields=["seller"], name="takedown_of_seller", condition=Q(lifted_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.authority} {self.reference}"

    def is_overdue(self, at: datetime) -> bool:
        """The authority got its answer, or still has none, after the deadline."""
        return (self.answered_at or at) > self.due_at


class TakedownStepKind(models.TextChoices):
    RECORDED = "RECORDED"
    ANSWERED = "ANSWERED"
    """The authority was told and given what it asked for."""
    OBJECTED = "OBJECTED"
    """The seller's counter-notice."""
    UPHELD = "UPHELD"
    """Staff looked at the objection and left the goods hidden."""
    LIFTED = "LIFTED"


class TakedownStep(models.Model):
    """One line of a takedown's history. Rows are only ever added."""

    takedown = models.ForeignKey(Takedown, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=8, choices=TakedownStepKind.choices)
    note = models.CharField(max_length=2000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.takedown_id} {self.kind}"
