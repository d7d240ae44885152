"""An issued invoice as plain data, the same for every provider: texts and figures ready, nothing to look up.

Amounts are text with the decimals of their currency; days are ISO 8601. It is our own form: a provider turns it into
the one its system wants.
"""

from typing import Any

from i18n.messages import gettext
from i18n.money import Money
from i18n.today import day_here
from orders.invoicing.tax_invoice import TaxInvoice, TaxInvoiceLine

LANGUAGE = "vi"
"""Of invoices under Vietnamese law."""


def invoice_data(invoice: TaxInvoice) -> dict[str, Any]:
    """``invoice`` with its part, order and ``about`` loaded; one query for the lines."""
    if invoice.issued_at is None:
        raise ValueError(f"{invoice} is not issued")
    return {
        "id": str(invoice.pk),
        "kind": invoice.kind,
        "form": invoice.form,
        "series": invoice.series,
        "number": f"{invoice.position:08d}",
        "issuedOn": day_here(invoice.issued_at).isoformat(),
        "about": invoice.about.number if invoice.about else "",
        "reason": gettext(LANGUAGE, invoice.reason) if invoice.reason else "",
        "order": invoice.seller_order.number,
        "isExport": invoice.is_export,
        "customsClearedOn": invoice.cleared_on.isoformat() if invoice.cleared_on else "",
        "seller": _party(invoice.seller_party),
        "buyer": _party(invoice.buyer_party),
        "currency": invoice.currency,
        "vndRate": f"{invoice.vnd_rate.normalize():f}" if invoice.vnd_rate is not None else "",
        "lines": [_line(line) for line in invoice.lines.all()],
        "net": text(invoice.net),
        "tax": text(invoice.tax),
        "total": text(invoice.total),
        "totalVnd": text(invoice.total_vnd) if invoice.total_vnd is not None else "",
    }


def text(money: Money) -> str:
    return f"{money.quantize().amount:f}"


def _line(line: TaxInvoiceLine) -> dict[str, str]:
    return {
        "position": str(line.position),
        "kind": line.kind,
        "name": line_name(line, LANGUAGE),
        "nameEnglish": line_name(line, "en"),
        "sku": line.sku,
        "quantity": "" if line.quantity is None else str(line.quantity),
        "net": text(line.net),
        "vatPercent": "" if line.vat_percent is None else f"{line.vat_percent.normalize():f}",
        "tax": text(line.tax),
        "total": text(line.total),
    }


def line_name(line: TaxInvoiceLine, language: str) -> str:
    """Goods as the seller called them; freight and what went back in words of ours."""
    if line.quantity is None:
        return gettext(language, line.name)
    return (line.name_english or line.name) if language == "en" else line.name


def _party(stored: dict[str, Any]) -> dict[str, str]:
    place = (*stored.get("street", ()), stored.get("area", ""), stored.get("city", ""), stored.get("region", ""))
    return {
        "name": stored.get("company") or stored.get("name", ""),
        "person": stored.get("name", "") if stored.get("company") else "",
        "address": ", ".join(each for each in (*place, stored.get("postal_code", "")) if each),
        "country": stored.get("country", ""),
        "taxId": stored.get("tax_id", ""),
    }
