"""A leg of a shipment's way: from one place to the next by one means of transport."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from logistics.shipments.legs.mode import LegMode
from logistics.shipments.shipment import Shipment


class ShipmentLeg(models.Model):
    """Numbers count from 1, in the order of travel. What was planned stays beside what is expected and what was."""

    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="legs")
    number = models.PositiveSmallIntegerField()
    mode = models.CharField(max_length=10, choices=LegMode.choices)
    from_place = models.CharField(max_length=120)
    from_code = models.CharField(max_length=5, blank=True)
    """UN/LOCODE, where the place has one that we know."""
    to_place = models.CharField(max_length=120)
    to_code = models.CharField(max_length=5, blank=True)
    carrier_name = models.CharField(max_length=80, blank=True)
    reference = models.CharField(max_length=60, blank=True)
    """The carrier's number of the booking."""
    transport_document = models.CharField(max_length=60, blank=True)
    """Number of the bill of lading or air waybill."""
    vessel_name = models.CharField(max_length=80, blank=True)
    vessel_imo = models.CharField(max_length=7, blank=True)
    voyage = models.CharField(max_length=40, blank=True)
    """Of the ship, or the flight's or train's number."""
    planned_departure = models.DateTimeField(null=True)
    estimated_departure = models.DateTimeField(null=True)
    actual_departure = models.DateTimeField(null=True)
    planned_arrival = models.DateTimeField(null=True)
    estimated_arrival = models.DateTimeField(null=True)
    actual_arrival = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["shipment", "number"], name="leg_number_once")]

    def __str__(self) -> str:
        return f"{self.number}: {self.mode} from {self.from_place} to {self.to_place}"

    @property
    def departure(self) -> datetime | None:
        """The best that is known."""
        return self.actual_departure or self.estimated_departure or self.planned_departure

    @property
    def arrival(self) -> datetime | None:
        """The best that is known."""
        return self.actual_arrival or self.estimated_arrival or self.planned_arrival


class LegContainer(models.Model):
    """A container that travels on a leg, by its number of ISO 6346."""

    leg = models.ForeignKey(ShipmentLeg, on_delete=models.CASCADE, related_name="containers")
    number = models.CharField(max_length=11, db_index=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["leg", "number"], name="container_once_per_leg")]

    def __str__(self) -> str:
        return self.number
