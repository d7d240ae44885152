"""MasterDatum: what a captured document said of a place, a party or a kind of goods."""

from __future__ import annotations

from typing import Any

from django.db import models

from catalog.traceability.epcis.event import Audience

CHILDREN = "https://ref.gs1.org/epcis/children"
"""Attribute of an element whose value is the list of the elements within it."""
EXISTS = ""
"""Attribute of an element of which nothing more was said."""


class MasterDatum(models.Model):
    """One value; several of one attribute follow each other by ``position``. The newest capture's word holds."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+")
    """Who says so; empty for the marketplace."""
    capture = models.UUIDField(null=True, db_index=True)
    type = models.CharField(max_length=200)
    """Of the vocabulary, expanded: ``urn:epcglobal:epcis:vtype:Location``."""
    uri = models.CharField(max_length=400)
    """Canonical, of the element."""
    attribute = models.CharField(max_length=400, blank=True)
    """Expanded."""
    position = models.PositiveIntegerField(default=0)
    text = models.CharField(max_length=1000, blank=True)
    """What it can be asked for by; empty for what has fields inside."""
    value: models.JSONField[Any, Any] = models.JSONField(null=True)
    """As it came."""
    audience = models.CharField(max_length=9, choices=Audience.choices, default=Audience.CHAIN)
    recorded_at = models.DateTimeField()
    is_current = models.BooleanField(default=True)
    """Until the same seller says something else of the same attribute."""

    class Meta:
        ordering = ["uri", "attribute", "position", "id"]
        indexes = [
            models.Index(fields=["uri", "attribute", "is_current"], name="master_data_by_uri"),
            models.Index(fields=["attribute", "text", "is_current"], name="master_data_by_value"),
            models.Index(fields=["seller", "type", "uri"], name="master_data_of_seller"),
        ]

    def __str__(self) -> str:
        return f"{self.uri} {self.attribute}"
