"""Fill a draft with what it would say if it were issued now."""

from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from catalog.pricing.tax_rate import TaxRate, tax_rate
from i18n.money import Money, sum_money
from i18n.today import day_here
from logistics.assemble import party_of_address, party_of_seller
from logistics.consignment_json import party_to_json
from orders.address_snapshot import address_of
from orders.checkout.tax_id import printed_tax_ids, registrations_of
from orders.invoicing.line_values import LineValue, back_lines, sold_lines, sums
from orders.invoicing.tax_invoice import CoveredRefund, InvoiceForm, InvoiceKind, TaxInvoice, TaxInvoiceLine
from orders.lifecycle.consignment import AddressErased
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.refund import Refund


def write_draft(invoice: TaxInvoice) -> list[Refund]:
    """Its lines, sums and parties as of now; gives the refunds it takes into account. Under the order's lock.

    Raises ``AddressErased``.
    """
    part = SellerOrder.objects.select_related("order", "seller__address").get(pk=invoice.seller_order_id)
    refunds = list(refunds_of(invoice))
    _write_lines(invoice, _values(invoice, part, refunds))
    invoice.seller_party = party_to_json(party_of_seller(part.seller))
    invoice.buyer_party = _buyer(part)
    invoice.save()
    return refunds


def refunds_of(invoice: TaxInvoice) -> QuerySet[Refund]:
    """What a draft has to take into account: a correction of amounts only what no other invoice does."""
    rows = Refund.objects.filter(seller_order=invoice.seller_order_id).order_by("created_at", "pk")
    if invoice.kind == InvoiceKind.ADJUSTMENT:
        return rows.exclude(pk__in=CoveredRefund.objects.values("refund_id"))
    return rows


def rate_for(invoice: TaxInvoice, part: SellerOrder) -> TaxRate | None:
    """The rate of the day that the price was agreed on; none on the sales invoice of a household."""
    if invoice.form == InvoiceForm.SALES:
        return None
    country = part.order.shipping_address.get("country", "")
    return tax_rate(country=country, on=_agreed_on(part))


def _agreed_on(part: SellerOrder) -> date:
    return day_here(part.order.created_at)


def _values(invoice: TaxInvoice, part: SellerOrder, refunds: list[Refund]) -> list[LineValue]:
    rate = rate_for(invoice, part)
    if invoice.kind == InvoiceKind.ADJUSTMENT:
        lines = list(TaxInvoiceLine.objects.filter(invoice__in=_read_together(invoice)))
        return back_lines(refunds, sold=sums(lines, back=False), before=sums(lines, back=True), rate=rate)
    sold = sold_lines(part, rate)
    return [*sold, *back_lines(refunds, sold=sums(sold, back=False), before={}, rate=rate)]


def _read_together(invoice: TaxInvoice) -> list[TaxInvoice]:
    """The invoice that is adjusted, and what adjusted it before."""
    if invoice.about is None:
        raise ValueError(f"{invoice} adjusts nothing")
    earlier = invoice.about.corrections.filter(kind=InvoiceKind.ADJUSTMENT, position__isnull=False)
    return [invoice.about, *earlier]


def _write_lines(invoice: TaxInvoice, values: list[LineValue]) -> None:
    invoice.lines.all().delete()
    TaxInvoiceLine.objects.bulk_create(_line(invoice, place, value) for place, value in enumerate(values, start=1))
    zero = Money.zero(invoice.currency)
    invoice.total_amount = (sum_money((value.total for value in values), invoice.currency) if values else zero).amount
    invoice.tax_amount = (sum_money((value.tax for value in values), invoice.currency) if values else zero).amount
    invoice.net_amount = invoice.total_amount - invoice.tax_amount


def _line(invoice: TaxInvoice, place: int, value: LineValue) -> TaxInvoiceLine:
    return TaxInvoiceLine(
        invoice=invoice,
        position=place,
        kind=value.kind,
        name=value.name,
        name_english=value.name_english,
        sku=value.sku,
        quantity=value.quantity,
        currency=invoice.currency,
        net_amount=value.net.amount,
        vat_percent=value.vat_percent,
        vat_basis=value.vat_basis,
        tax_amount=value.tax.amount,
        total_amount=value.total.amount,
    )


def _buyer(part: SellerOrder) -> dict[str, object]:
    """Whom the bill is for; how to reach them is no business of the tax authority's."""
    order = part.order
    address = address_of(order.billing_address or order.shipping_address)
    if address is None:
        raise AddressErased(part.number)
    numbers = order.tax_ids
    found = party_of_address(address, tax_id=printed_tax_ids(numbers), registrations=registrations_of(numbers))
    return party_to_json(replace(found, phone="", email=""))
