"""A trade document: what it says, frozen when it was issued, and the PDF once that has been made."""

from __future__ import annotations

import uuid

from django.db import models


class DocumentKind(models.TextChoices):
    PROFORMA = "PROFORMA", "Proforma invoice"
    COMMERCIAL_INVOICE = "COMMERCIAL_INVOICE", "Commercial invoice"
    PACKING_LIST = "PACKING_LIST", "Packing list"
    ORDER_CONFIRMATION = "ORDER_CONFIRMATION", "Order confirmation"
    INVOICE = "INVOICE", "Invoice"
    CREDIT_NOTE = "CREDIT_NOTE", "Credit note"


class Document(models.Model):
    """One per owner, kind and language; its content does not change after it was issued."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=24, choices=DocumentKind.choices)
    language = models.CharField(max_length=12)
    owner_kind = models.CharField(max_length=40)
    """``logistics.Shipment``, ``orders.Order``: what the document belongs to."""
    owner_reference = models.CharField(max_length=60)
    number = models.CharField(max_length=60)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64, blank=True)
    """Of the PDF; empty until it is made."""
    created_at = models.DateTimeField(auto_now_add=True)
    rendered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["kind", "created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner_kind", "owner_reference", "kind", "language"], name="one_document_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number} ({self.language})"

    @property
    def file_name(self) -> str:
        """For the reader's disk: plain ASCII, no path."""
        number = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in self.number)
        return f"{self.kind.lower().replace('_', '-')}-{number}-{self.language}.pdf"
