"""The files of a tax invoice: to read, and to hand in."""

from i18n.today import today_here
from orders.invoicing.as_file import as_json, as_xml
from orders.invoicing.neutral import invoice_data
from orders.invoicing.pdf import file_name, tax_invoice_pdf
from orders.invoicing.tax_invoice import TaxInvoice

JSON, XML, PDF = "JSON", "XML", "PDF"
_TYPES = {JSON: "application/json", XML: "application/xml", PDF: "application/pdf"}


def tax_invoice_paper(invoice_id: str, file_format: str) -> tuple[str, bytes, str] | None:
    """File name, content and type; nothing where there is no such invoice, or a draft that cannot be handed in."""
    rows = TaxInvoice.objects.select_related("seller_order", "about").prefetch_related("lines")
    invoice = rows.filter(pk=invoice_id).first()
    if invoice is None or (file_format != PDF and invoice.issued_at is None):
        return None
    if file_format == PDF:
        content = tax_invoice_pdf(invoice, on=today_here())
    else:
        content = (as_json if file_format == JSON else as_xml)(invoice_data(invoice))
    return file_name(invoice, file_format.lower()), content, _TYPES[file_format]
