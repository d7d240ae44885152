"""Invoices of a fair to its exhibitors, and the credit notes that take something of them back."""

from decimal import Decimal

from django.conf import settings
from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from marketplace.expo.contracts.paper import FairPaper
from marketplace.expo.exhibitor import Exhibitor


class FairInvoice(models.Model):
    """Never edited once it was issued: a mistake is taken back by a credit note. Amounts of a note are negative."""

    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.PROTECT, related_name="invoices")
    paper = models.OneToOneField(FairPaper, on_delete=models.PROTECT, related_name="+")
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="credit_notes")
    """Of a credit note, the invoice."""
    reason = models.CharField(max_length=500, blank=True)
    currency = currency_field()
    net_amount = amount_field()
    vat_rate = models.DecimalField(max_digits=5, decimal_places=4)
    """0.08 is 8 %."""
    vat_basis = models.CharField(max_length=250)
    """The law the rate comes from."""
    vat_amount = amount_field()
    issued_on = models.DateField()
    due_on = models.DateField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["issued_on", "id"]

    def __str__(self) -> str:
        return f"invoice {self.paper_id}"

    @property
    def net(self) -> Money:
        return Money(Decimal(self.net_amount), self.currency)

    @property
    def vat(self) -> Money:
        return Money(Decimal(self.vat_amount), self.currency)

    @property
    def gross(self) -> Money:
        return self.net + self.vat


class FairInvoiceLine(models.Model):
    """Quantity times unit price, rounded to what can be paid."""

    invoice = models.ForeignKey(FairInvoice, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=20)
    """A `PriceKind`, BOOTH or EXTRA."""
    name = models.CharField(max_length=250)
    """As the paper says it."""
    quantity = models.DecimalField(max_digits=9, decimal_places=2)
    unit_amount = amount_field()
    amount = amount_field()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
