"""The labels that a carrier made, kept because it may hand them out once only."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from logistics.carrier import Label
from logistics.shipments.shipment import Shipment

LARGEST = 10 * 1024 * 1024
MOST = 100


class CarrierLabel(models.Model):
    """Numbers count from 1. It shows an address, so it goes when the buyer is forgotten."""

    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="carrier_labels")
    number = models.PositiveSmallIntegerField()
    media_type = models.CharField(max_length=100)
    content = models.BinaryField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["shipment", "number"], name="carrier_label_number_once")]

    def __str__(self) -> str:
        return f"{self.media_type} {self.number}"


def keep_labels(*, shipment: Shipment, labels: Iterable[Label]) -> None:
    """All that the shipment has from now on; one that is larger than any label is left out."""
    usable = [label for label in labels if 0 < len(label.content) <= LARGEST][:MOST]
    CarrierLabel.objects.filter(shipment=shipment).delete()
    CarrierLabel.objects.bulk_create(
        CarrierLabel(shipment=shipment, number=number, media_type=label.media_type[:100], content=label.content)
        for number, label in enumerate(usable, start=1)
    )
