"""ShippingMethod: one way of delivering into a zone, with what it takes and what it refuses."""

from typing import ClassVar

from django.db import models

from catalog.models import Product, Warehouse
from logistics.zones.zone import ShippingZone


class MethodType(models.TextChoices):
    """How the price of a method comes about."""

    PRICE = "PRICE"
    """The seller's own price, for orders of a certain value."""
    WEIGHT = "WEIGHT"
    """The seller's own price, for orders of a certain weight."""
    CARRIER = "CARRIER"
    """What a carrier asks, with the seller's surcharge or reduction."""
    PICKUP = "PICKUP"
    """The buyer fetches the goods, at the seller's place or at a fair."""


class ShippingMethod(models.Model):
    """What it costs stands in its listings: it is offered only in the markets that have one."""

    SUBJECT: ClassVar[str] = "logistics.ShippingMethod"

    zone = models.ForeignKey(ShippingZone, models.CASCADE, related_name="methods")
    type = models.CharField(max_length=10, choices=MethodType.choices)
    name = models.CharField(max_length=100)
    description = models.TextField(max_length=1000, blank=True)
    """For buyers; of a pickup also the way there."""
    source_language = models.CharField(max_length=16)
    minimum_order_weight_g = models.PositiveIntegerField(null=True)
    maximum_order_weight_g = models.PositiveIntegerField(null=True)
    minimum_delivery_days = models.PositiveSmallIntegerField(null=True)
    maximum_delivery_days = models.PositiveSmallIntegerField(null=True)
    """Of a carrier's quote: added to the carrier's own days."""
    carrier_services = models.JSONField(default=list)
    """Codes ``<carrier>`` or ``<carrier>:<service>``; empty means whatever any carrier offers."""
    surcharge_percent = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    """On a carrier's price; below zero the seller bears a part."""
    pickup_warehouse = models.ForeignKey(Warehouse, models.PROTECT, null=True, related_name="+")
    """Where goods are fetched; without one, and without a place typed, at the seller's own address."""
    pickup_place = models.CharField(max_length=200, blank=True)
    """Where else: a hall and booth of a fair with its address."""
    pickup_hours = models.CharField(max_length=200, blank=True)
    pickup_from = models.DateField(null=True)
    pickup_to = models.DateField(null=True)
    """The days of a fair; both inclusive."""
    excluded_products = models.ManyToManyField(Product, related_name="+")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
