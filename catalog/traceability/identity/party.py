"""TraceParty: a supplier, worker of goods or customer in a seller's chain, known to the seller alone."""

from __future__ import annotations

import uuid

from django.db import models

from catalog.traceability.identity.scheme import Scheme


class TraceParty(models.Model):
    """An entry in the address book of a seller's chain; who is in it is told to nobody unless the seller says so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("sellers.Seller", on_delete=models.SET_NULL, null=True, related_name="+")
    """The seller here that it is, if it is one: then it is a partner who may read the chain's events."""
    name = models.CharField(max_length=200)
    address = models.CharField(max_length=400, blank=True)
    country = models.CharField(max_length=2, default="VN")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=16, default="vi")
    """In which it is written to."""
    tax_code = models.CharField(max_length=20, blank=True)
    scheme = models.CharField(max_length=8, choices=Scheme.choices, default=Scheme.INTERNAL)
    value = models.CharField(max_length=80, blank=True)
    """A GLN of 13 digits, a national code, or empty."""
    is_public = models.BooleanField(default=False)
    """Whether its name may be shown to others than authorities."""
    archived_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["seller", "name"], name="trace_parties_of_seller")]
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "scheme", "value"],
                name="trace_party_value_once",
                condition=~models.Q(value=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name
