"""Warehouse: a place where a seller keeps goods."""

from django.db import models

from marketplace.accounts.models import Address
from marketplace.sellers.models import Seller


class WarehouseQuerySet(models.QuerySet["Warehouse"]):
    """The warehouses a caller means."""

    def open(self) -> "WarehouseQuerySet":
        """Where goods may be put."""
        return self.filter(closed_at__isnull=True)


class Warehouse(models.Model):
    """A seller's warehouse; without an address goods leave from the seller's own."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    address = models.ForeignKey(Address, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    """Nothing lies in a closed warehouse and nothing is put there; its movements stay."""

    objects = WarehouseQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["seller", "name"], name="warehouse_once_per_seller")]

    def __str__(self) -> str:
        return self.name
