"""A shipment: what one seller hands to one carrier for one buyer, its parcels and what happened on the way."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from logistics.consignment import Consignment
from logistics.consignment_json import consignment_from_json
from logistics.shipments.status import ShipmentStatus, Trouble


class Shipment(models.Model):
    """Its consignment is a snapshot: later changes to products or addresses do not reach it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=60, db_index=True)
    """What the caller knows it by: the number of the seller's order."""
    carrier = models.CharField(max_length=40)
    """Code of a folder of `logistics.carriers`."""
    carrier_name = models.CharField(max_length=80, blank=True)
    """As the seller wrote it, for a carrier the marketplace has no connection to."""
    account_key = models.CharField(max_length=40, blank=True)
    """Whose account with the carrier: the key of a `CarrierAccount`; empty for a carrier that wants none."""
    service = models.CharField(max_length=60, blank=True)
    """The carrier's code of the service."""
    booking_key = models.CharField(max_length=40, blank=True)
    """What the carrier knows the booking by: the shipment's id, another after every change of carrier."""
    booking_refusal = models.CharField(max_length=300, blank=True)
    """Why the carrier did not take it; the shipment stays a draft until it is booked otherwise."""
    booking_cost = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    booking_currency = models.CharField(max_length=3, blank=True)
    tracking_number = models.CharField(max_length=80, blank=True)
    tracking_token = models.CharField(max_length=40, null=True, unique=True)  # rows of old have none
    """Opens the public page of the shipment; nobody guesses it."""
    status = models.CharField(max_length=20, choices=ShipmentStatus.choices, default=ShipmentStatus.DRAFT)
    consignment_data = models.JSONField()
    language = models.CharField(max_length=12)
    """The buyer's: documents are in it and in English."""
    estimated_delivery = models.DateField(null=True)
    """The latest of its `ArrivalEstimate` rows."""
    promised_delivery = models.DateField(null=True)
    """What the buyer was told when buying, else what was estimated first."""
    created_at = models.DateTimeField(auto_now_add=True)
    booked_at = models.DateTimeField(null=True)
    shipped_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    last_news_at = models.DateTimeField(null=True)
    """When the latest event happened."""
    book_due_at = models.DateTimeField(null=True)
    """When the carrier is next asked to take it; empty when there is nothing to book."""
    book_attempts = models.PositiveSmallIntegerField(default=0)
    poll_due_at = models.DateTimeField(null=True)
    """When the carrier is next asked how far it is; empty for one that cannot be asked, and at the end."""
    poll_failures = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-created_at", "id"]
        indexes = [
            models.Index(fields=["seller", "-created_at"], name="shipments_of_seller"),
            models.Index(fields=["carrier", "tracking_number"], name="shipments_by_number"),
            models.Index(fields=["poll_due_at"], condition=models.Q(poll_due_at__isnull=False), name="to_poll"),
            models.Index(fields=["book_due_at"], condition=models.Q(book_due_at__isnull=False), name="to_book"),
            models.Index(fields=["promised_delivery"], name="shipments_by_promise"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} by {self.carrier} ({self.status})"

    @property
    def consignment(self) -> Consignment:
        return consignment_from_json(self.consignment_data)


class Parcel(models.Model):
    """One package of a shipment. Numbers count from 1."""

    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="parcels")
    number = models.PositiveIntegerField()
    gross_weight_g = models.PositiveIntegerField(default=0)
    length_mm = models.PositiveIntegerField(default=0)
    width_mm = models.PositiveIntegerField(default=0)
    height_mm = models.PositiveIntegerField(default=0)
    sscc = models.CharField(max_length=18, null=True, unique=True)  # rows of old have none
    """Serial shipping container code, ISO/IEC 15459-1: no other parcel in the world has it."""
    sscc_is_internal = models.BooleanField(default=False)
    """Under a prefix of this marketplace, because the seller has none of GS1: good here, unknown elsewhere."""

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["shipment", "number"], name="parcel_number_once")]

    def __str__(self) -> str:
        return f"parcel {self.number}"


class ParcelTraceCode(models.Model):
    """A trace code of `catalog.traceability` on the goods in a parcel."""

    parcel = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="trace_codes")
    code = models.CharField(max_length=16, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["parcel", "code"], name="trace_code_once_per_parcel")]

    def __str__(self) -> str:
        return self.code


class TrackingEvent(models.Model):
    """Something that happened to a shipment. Rows are added, never changed."""

    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="events")
    status = models.CharField(max_length=20, choices=ShipmentStatus.choices, blank=True)
    """Empty for a carrier's word that has no state of ours: the event is a note then."""
    raw_code = models.CharField(max_length=60, blank=True)
    """The carrier's own code, kept as it came."""
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    place = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=500, blank=True)
    trouble = models.CharField(max_length=20, choices=Trouble.choices, blank=True)
    """What went wrong, where something did."""
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    fingerprint = models.CharField(max_length=64)

    class Meta:
        ordering = ["occurred_at", "id"]
        constraints = [models.UniqueConstraint(fields=["shipment", "fingerprint"], name="same_event_once")]

    def __str__(self) -> str:
        return f"{self.status or self.raw_code or 'note'} at {self.occurred_at:%Y-%m-%d %H:%M}"
