"""Numbers of tax invoices, one after the other without a gap: for each seller, form and year.

A series is called as the decree has it: the form (1 with value added tax, 2 sales), C for invoices that get the tax
authority's code, the year, T for one that a business registered, and two letters of its own: ``1C26TBD``.
"""

from django.db import models, transaction
from django.db.models import F

from marketplace.sellers.models import Seller
from orders.invoicing.tax_invoice import InvoiceForm

OWN_LETTERS = "BD"
_FORM = {InvoiceForm.VAT: "1", InvoiceForm.SALES: "2"}


class TaxInvoiceSeries(models.Model):
    """The last number given out."""

    seller = models.ForeignKey(Seller, models.PROTECT, related_name="+")
    code = models.CharField(max_length=10)
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seller", "code", "year"], name="one_tax_invoice_series")]

    def __str__(self) -> str:
        return f"{self.seller_id} {self.code}: {self.last}"


def series_code(form: InvoiceForm, year: int) -> str:
    return f"{_FORM[form]}C{year % 100:02d}T{OWN_LETTERS}"


def next_number(*, seller_id: int, form: InvoiceForm, year: int) -> tuple[str, int]:
    """The series and the next number in it. Call it in the transaction that issues the invoice.

    The row stays locked until that ends, so numbers are given out one after the other, and a rollback gives its number
    back.
    """
    code = series_code(form, year)
    rows = TaxInvoiceSeries.objects.filter(seller=seller_id, code=code, year=year)
    with transaction.atomic():
        TaxInvoiceSeries.objects.get_or_create(seller_id=seller_id, code=code, year=year)
        rows.update(last=F("last") + 1)
        return code, rows.values_list("last", flat=True).get()
