"""NumberSeries: how a seller numbers lots and pieces; NumberCounter: how far each stem has come."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class SeriesKind(models.TextChoices):
    LOT = "LOT"
    SERIAL = "SERIAL"


class NumberSeries(models.Model):
    """``variant`` is empty for what holds where a variant has no series of its own."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey("catalog.ProductVariant", on_delete=models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=6, choices=SeriesKind.choices)
    pattern = models.CharField(max_length=60)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["kind", "variant_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "kind"], condition=Q(variant__isnull=True), name="one_series_of_a_seller"
            ),
            models.UniqueConstraint(fields=["variant", "kind"], name="one_series_of_a_variant"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pattern}"


class NumberCounter(models.Model):
    """``next_number`` is taken under this row's lock, in the transaction that uses it. Counters are never set back."""

    kind = models.CharField(max_length=6, choices=SeriesKind.choices)
    subject = models.CharField(max_length=20)
    """Within what numbers differ: the seller of a lot, the GTIN of a serial."""
    stem = models.CharField(max_length=20, blank=True)
    next_number = models.BigIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "subject", "stem"], name="one_counter_of_a_stem")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.stem}{self.next_number}"


class SerialBlock(models.Model):
    """Serials that follow each other, given to a lot at once: as one row, however many they are."""

    lot = models.ForeignKey("catalog.Lot", on_delete=models.PROTECT, related_name="serial_blocks")
    gtin = models.CharField(max_length=14)
    """Of 14 digits; kept, since a variant's may be corrected later."""
    stem = models.CharField(max_length=20, blank=True)
    width = models.PositiveSmallIntegerField()
    first = models.BigIntegerField()
    count = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["gtin", "stem", "first"], name="serials_of_gtin")]
        constraints = [
            models.UniqueConstraint(fields=["gtin", "stem", "first"], name="serial_block_begins_once"),
            models.CheckConstraint(condition=Q(count__gte=1, first__gte=1), name="serial_block_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.gtin} {self.stem}{self.first}+{self.count}"
