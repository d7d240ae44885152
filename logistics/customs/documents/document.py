"""A trade document: what it says, frozen when it was issued, and the PDF once that has been made."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models


class DocumentKind(models.TextChoices):
    PROFORMA = "PROFORMA", "Proforma invoice"
    COMMERCIAL_INVOICE = "COMMERCIAL_INVOICE", "Commercial invoice"
    PACKING_LIST = "PACKING_LIST", "Packing list"
    ORDER_CONFIRMATION = "ORDER_CONFIRMATION", "Order confirmation"
    INVOICE = "INVOICE", "Invoice"
    CREDIT_NOTE = "CREDIT_NOTE", "Credit note"
    CN22 = "CN22", "Customs declaration CN 22"
    CN23 = "CN23", "Customs declaration CN 23"
    ORIGIN_DATA = "ORIGIN_DATA", "Data for the certificate of origin"
    ORIGIN_STATEMENT = "ORIGIN_STATEMENT", "Statement on origin"
    LACEY = "LACEY", "Plant and plant product declaration"
    DANGEROUS_GOODS = "DANGEROUS_GOODS", "Dangerous goods note"
    SHIPPER_LETTER = "SHIPPER_LETTER", "Shipper's letter of instruction"


class Document(models.Model):
    """One per owner, kind, language and version; its content does not change after it was issued."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=24, choices=DocumentKind.choices)
    language = models.CharField(max_length=12)
    owner_kind = models.CharField(max_length=40)
    """``logistics.Shipment``, ``orders.Order``: what the document belongs to."""
    owner_reference = models.CharField(max_length=60)
    version = models.PositiveIntegerField(default=1)
    """Of the declaration it was made from; the highest is in force."""
    number = models.CharField(max_length=60)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64, blank=True)
    """Of the PDF; empty until it is made."""
    created_at = models.DateTimeField(auto_now_add=True)
    rendered_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    """Nobody: issued together with what it belongs to."""

    class Meta:
        ordering = ["kind", "created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner_kind", "owner_reference", "kind", "language", "version"],
                name="one_document_of_a_kind",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number} ({self.language})"

    @property
    def file_name(self) -> str:
        """Of the PDF, for the reader's disk: plain ASCII, no path."""
        return f"{self.file_stem}.pdf"

    @property
    def file_stem(self) -> str:
        number = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in self.number)
        return f"{self.kind.lower().replace('_', '-')}-{number}-{self.language}"
