"""How tax invoices and returns are said to people."""

from collections.abc import Mapping

from i18n.messages import gettext_noop as _
from orders.invoicing.states import InvoiceStatus
from orders.invoicing.tax_invoice import InvoiceForm, InvoiceKind
from orders.payouts.tax_returns.tax_return import TaxReturnStatus

INVOICE_STATUS: Mapping[str, str] = {
    InvoiceStatus.DRAFT: _("Draft"),
    InvoiceStatus.ISSUED: _("Issued"),
    InvoiceStatus.SENT: _("Handed over"),
    InvoiceStatus.ACCEPTED: _("Accepted by the tax authority"),
    InvoiceStatus.REJECTED: _("Not taken"),
    InvoiceStatus.REPLACED: _("Replaced"),
    InvoiceStatus.ADJUSTED: _("Adjusted"),
}
INVOICE_KIND: Mapping[str, str] = {
    InvoiceKind.ORIGINAL: _("Tax invoice"),
    InvoiceKind.REPLACEMENT: _("Replacement"),
    InvoiceKind.ADJUSTMENT: _("Adjustment"),
}
INVOICE_FORM: Mapping[str, str] = {
    InvoiceForm.VAT: _("Value added tax invoice"),
    InvoiceForm.SALES: _("Sales invoice"),
}
RETURN_STATUS: Mapping[str, str] = {
    TaxReturnStatus.PREPARED: _("Prepared"),
    TaxReturnStatus.FILED: _("Filed"),
    TaxReturnStatus.PAID: _("Tax paid"),
}
