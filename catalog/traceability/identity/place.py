"""TracePlace: where things happen to goods: plots, workshops, warehouses, ports."""

from __future__ import annotations

import uuid

from django.db import models

from catalog.traceability.identity.scheme import Scheme


class PlaceKind(models.TextChoices):
    PLOT = "PLOT"
    """Forest, plantation or orchard: the geolocation that Regulation (EU) 2023/1115, article 9, asks for."""
    WORKSHOP = "WORKSHOP"
    WAREHOUSE = "WAREHOUSE"
    SHOP = "SHOP"
    PORT = "PORT"
    OTHER = "OTHER"


class TracePlace(models.Model):
    """One place of a seller's, or of a party the seller deals with."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    """Who keeps this record."""
    party = models.ForeignKey("catalog.TraceParty", on_delete=models.PROTECT, null=True, related_name="places")
    """Whose place it is; empty for the seller's own."""
    kind = models.CharField(max_length=9, choices=PlaceKind.choices)
    name = models.CharField(max_length=200)
    address = models.CharField(max_length=400, blank=True)
    country = models.CharField(max_length=2, default="VN")
    scheme = models.CharField(max_length=8, choices=Scheme.choices, default=Scheme.INTERNAL)
    value = models.CharField(max_length=80, blank=True)
    """A GLN of 13 digits, a national code, or empty."""
    latitude = models.DecimalField(max_digits=10, decimal_places=7, null=True)
    longitude = models.DecimalField(max_digits=10, decimal_places=7, null=True)
    """WGS 84; decimal, since a float would drop the trailing zeros that six places are counted by."""
    boundary = models.TextField(blank=True)
    """GeoJSON geometry (Polygon or MultiPolygon, longitude first) as it was given."""
    area_ha = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    is_public = models.BooleanField(default=False)
    """Whether the public may see the exact point; otherwise it is told the name of the ward or province alone."""
    archived_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["seller", "kind"], name="trace_places_of_seller")]
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "scheme", "value"],
                name="trace_place_value_once",
                condition=~models.Q(value=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name
