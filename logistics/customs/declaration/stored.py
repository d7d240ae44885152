"""Declarations as they were made: rows are added, one version after the other, never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from logistics.consignment_json import consignment_from_json
from logistics.customs.declaration.declaration import Declaration
from logistics.customs.declaration.facts_json import facts_from_json


class CustomsDeclaration(models.Model):
    """One version of what is declared of a shipment; papers say which one they were made from."""

    shipment = models.ForeignKey("logistics.Shipment", on_delete=models.CASCADE, related_name="declarations")
    version = models.PositiveIntegerField()
    """From 1; the highest is in force."""
    consignment_data = models.JSONField()
    facts_data = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    """Nobody: made together with the shipment."""

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["shipment", "version"], name="declaration_version_once")]

    def __str__(self) -> str:
        return f"declaration {self.version} of shipment {self.shipment_id}"

    @property
    def declaration(self) -> Declaration:
        return Declaration(consignment_from_json(self.consignment_data), facts_from_json(self.facts_data))
