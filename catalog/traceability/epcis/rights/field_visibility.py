"""FieldVisibility: which fields of a seller's events fewer people see than the events themselves."""

from __future__ import annotations

from django.db import models

from catalog.traceability.epcis.event import Audience

DEFAULTS: dict[str, str] = {
    "sourceList": Audience.CHAIN,
    "destinationList": Audience.CHAIN,
    "bizTransactionList": Audience.CHAIN,
    "inputEPCList": Audience.CHAIN,
    "inputQuantityList": Audience.CHAIN,
}
"""Suppliers, customers and the papers between them are no business of the public's. The identifiers of inputs begin
with the company prefix of who made them."""


class FieldVisibility(models.Model):
    """A seller's own rule; it replaces the default of its field."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=400)
    """A field of an event (``sourceList``), of its master data (``ilmd/https://ns.example/x#farm``), or an extension by
    its expanded name."""
    audience = models.CharField(max_length=9, choices=Audience.choices)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["field"]
        constraints = [models.UniqueConstraint(fields=["seller", "field"], name="field_visibility_once")]

    def __str__(self) -> str:
        return f"{self.field}: {self.audience}"
