"""TaxInvoice: what a seller owes a buyer and the state on paper, and every correction of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from marketplace.sellers.models import Seller
from orders.invoicing.states import InvoiceStatus
from orders.lifecycle.by import Role
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.refund import Refund
from orders.stored_money import stored


class InvoiceKind(models.TextChoices):
    ORIGINAL = "ORIGINAL"
    REPLACEMENT = "REPLACEMENT"
    """Says everything anew."""
    ADJUSTMENT = "ADJUSTMENT"
    """Says only the difference: its amounts are below zero."""


class InvoiceForm(models.TextChoices):
    VAT = "VAT"
    """Of an enterprise, with value added tax line by line."""
    SALES = "SALES"
    """Of a household or individual, whose tax is a share of the revenue and no part of the invoice."""


class TaxInvoice(models.Model):
    """Written once, when it is issued: parties, lines and amounts are copies of that day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller_order = models.ForeignKey(SellerOrder, models.PROTECT, related_name="+")
    seller = models.ForeignKey(Seller, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=InvoiceKind.choices, default=InvoiceKind.ORIGINAL)
    form = models.CharField(max_length=5, choices=InvoiceForm.choices)
    is_export = models.BooleanField()
    about = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")
    """What it replaces or adjusts."""
    reason = models.CharField(max_length=500, blank=True)
    """Why, of what corrects another."""
    status = models.CharField(max_length=10, choices=InvoiceStatus.choices, default=InvoiceStatus.DRAFT)
    series = models.CharField(max_length=10, blank=True)
    """``1C26TBD``, see ``series.py``."""
    position = models.PositiveIntegerField(null=True)
    """Its number within the series of its seller; empty while it is a draft."""
    issued_at = models.DateTimeField(null=True)
    currency = currency_field()
    net_amount = amount_field(default=0)
    tax_amount = amount_field(default=0)
    total_amount = amount_field(default=0)
    vnd_rate = models.DecimalField(max_digits=20, decimal_places=8, null=True)
    """VND for one unit of ``currency`` on the day of issue; empty where none is known, or the currency is VND."""
    vnd_rate_source = models.CharField(max_length=60, blank=True)
    seller_party = models.JSONField(default=dict)
    buyer_party = models.JSONField(default=dict)
    """With their tax numbers, without telephone and e-mail; empty once the law doesn't have it kept any more."""
    cleared_on = models.DateField(null=True)
    """Of an export: the day that customs released the goods, as the seller said."""
    due_on = models.DateField(null=True)
    """The last day to issue it; empty while what it depends on has not happened."""
    due_basis = models.CharField(max_length=200, blank=True)
    due_checked = models.BooleanField(default=False)
    """Somebody compared that rule with the official text."""
    provider = models.CharField(max_length=30, blank=True)
    reference = models.CharField(max_length=100, blank=True)
    """What the provider calls it."""
    authority_code = models.CharField(max_length=60, blank=True)
    """What the tax authority answered with."""
    refusal = models.CharField(max_length=500, blank=True)
    """Why it was rejected, in the words it was said with."""
    trouble = models.CharField(max_length=200, blank=True)
    """Why handing over or asking did not work the last time."""
    next_try_at = models.DateTimeField(null=True, db_index=True)
    """When it is handed over, or its answer asked for; empty while there is nothing to do."""
    tries = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["seller", "series", "position"], name="tax_invoice_number_once"),
            models.UniqueConstraint(
                fields=["seller_order"], condition=Q(kind=InvoiceKind.ORIGINAL), name="one_original_tax_invoice"
            ),
            models.UniqueConstraint(
                fields=["about"], condition=Q(kind=InvoiceKind.REPLACEMENT), name="one_replacement_of_a_tax_invoice"
            ),
            models.UniqueConstraint(
                fields=["about"],
                condition=Q(kind=InvoiceKind.ADJUSTMENT, status=InvoiceStatus.DRAFT),
                name="one_draft_adjustment",
            ),
            models.CheckConstraint(
                condition=Q(status=InvoiceStatus.DRAFT, position=None)
                | (~Q(status=InvoiceStatus.DRAFT) & Q(position__isnull=False)),
                name="tax_invoice_numbered_when_issued",
            ),
            models.CheckConstraint(
                condition=Q(kind=InvoiceKind.ORIGINAL, about=None)
                | (~Q(kind=InvoiceKind.ORIGINAL) & Q(about__isnull=False)),
                name="tax_invoice_corrects_another",
            ),
        ]
        indexes = [
            models.Index(fields=["seller", "status", "-created_at"], name="tax_invoices_of_a_seller"),
            models.Index(fields=["status", "due_on"], name="tax_invoices_due"),
        ]

    def __str__(self) -> str:
        return self.number or f"draft {self.pk}"

    @property
    def number(self) -> str:
        """``1C26TBD 00000012``; empty for a draft."""
        return "" if self.position is None else f"{self.series} {self.position:08d}"

    @property
    def net(self) -> Money:
        return stored(self.net_amount, self.currency)

    @property
    def tax(self) -> Money:
        return stored(self.tax_amount, self.currency)

    @property
    def total(self) -> Money:
        return stored(self.total_amount, self.currency)

    @property
    def total_vnd(self) -> Money | None:
        if self.currency == "VND":
            return self.total
        return None if self.vnd_rate is None else Money(self.total_amount * self.vnd_rate, "VND").quantize()


class LineKind(models.TextChoices):
    GOODS = "GOODS"
    FREIGHT = "FREIGHT"


class TaxInvoiceLine(models.Model):
    """``net`` + ``tax`` = ``total``; below zero for what went back to the buyer."""

    invoice = models.ForeignKey(TaxInvoice, models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=LineKind.choices)
    name = models.CharField(max_length=300)
    """In Vietnamese where the seller wrote so; a message id where it is none of the seller's goods."""
    name_english = models.CharField(max_length=300, blank=True)
    sku = models.CharField(max_length=100, blank=True)
    quantity = models.PositiveIntegerField(null=True)
    """Pieces; empty for what is not counted."""
    currency = currency_field()
    net_amount = amount_field()
    vat_percent = models.DecimalField(max_digits=6, decimal_places=3, null=True)
    """Empty on a sales invoice, which has no such tax."""
    vat_basis = models.CharField(max_length=200, blank=True)
    tax_amount = amount_field()
    total_amount = amount_field()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["invoice", "position"], name="tax_invoice_line_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.total_amount} {self.currency}"

    @property
    def seller_id(self) -> int:
        """Whose rules say who may read it."""
        return self.invoice.seller_id

    @property
    def net(self) -> Money:
        return stored(self.net_amount, self.currency)

    @property
    def tax(self) -> Money:
        return stored(self.tax_amount, self.currency)

    @property
    def total(self) -> Money:
        return stored(self.total_amount, self.currency)


class CoveredRefund(models.Model):
    """Which invoice takes a refund into account: each exactly one."""

    refund = models.OneToOneField(Refund, models.PROTECT, related_name="+")
    invoice = models.ForeignKey(TaxInvoice, models.CASCADE, related_name="covered")

    def __str__(self) -> str:
        return f"{self.refund_id} in {self.invoice_id}"


class TaxInvoiceEvent(models.Model):
    """Who moved a tax invoice, when and why. Rows are only ever added."""

    invoice = models.ForeignKey(TaxInvoice, models.CASCADE, related_name="events")
    before = models.CharField(max_length=10, choices=InvoiceStatus.choices, blank=True)
    status = models.CharField(max_length=10, choices=InvoiceStatus.choices)
    at = models.DateTimeField(default=timezone.now)
    role = models.CharField(max_length=10, choices=Role.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.status}"

    @property
    def seller_id(self) -> int:
        return self.invoice.seller_id
